import type { Boundary, FirstLayer, Inspection, Misread, Predicted } from './types.js';

/**
 * The text of inspection.json: keys in the order of the schema, a line per row of the plane, per list
 * of points, per image and per unit, so that it reads and diffs well.
 */
export function serialiseInspection(inspection: Inspection): string {
  const { boundary, predicted, misread, firstLayer } = inspection;
  return `${members('', [
    ['schema', json(inspection.schema)],
    ['configHash', json(inspection.configHash)],
    ['network', json(inspection.network)],
    ['classNames', inspection.classNames && json(inspection.classNames)],
    ['inputNames', inspection.inputNames && json(inspection.inputNames)],
    ['targetNames', inspection.targetNames && json(inspection.targetNames)],
    ['boundary', boundary && boundaryText(boundary)],
    ['predicted', predicted && predictedText(predicted)],
    ['misread', misread && misreadText(misread)],
    ['firstLayer', firstLayer && firstLayerText(firstLayer)],
  ])}\n`;
}

type Member = [key: string, text: string | undefined];

const json = (value: unknown): string => JSON.stringify(value);
const INDENT = '  ';

function boundaryText(boundary: Boundary): string {
  const { kind, plane, train, test } = boundary;
  const own: Member[] =
    boundary.kind === 'classes'
      ? [
          ['classes', json(boundary.classes)],
          ['answers', lines(boundary.answers)],
          ['leads', lines(boundary.leads)],
          ['leadScale', json(boundary.leadScale)],
        ]
      : [
          ['outputs', json(boundary.outputs)],
          ['values', lines(boundary.values)],
        ];
  return members(INDENT, [
    ['kind', json(kind)],
    ['plane', json(plane)],
    ...own,
    ['train', listsOf(train)],
    ['test', listsOf(test)],
  ]);
}

function predictedText({ outputs, shown }: Predicted): string {
  const outputText = (output: Predicted['shown'][number]) =>
    members(
      INDENT.repeat(2),
      Object.entries(output).map(([set, of]): Member => [set, listsOf(of, INDENT.repeat(3))]),
    );
  return members(INDENT, [
    ['outputs', json(outputs)],
    ['shown', `[${shown.map(outputText).join(', ')}]`],
  ]);
}

function misreadText({ images, ...rest }: Misread): string {
  return members(INDENT, [...plain(rest), ['images', lines(images)]]);
}

function firstLayerText({ weights, ...rest }: FirstLayer): string {
  return members(INDENT, [...plain(rest), ['weights', lines(weights)]]);
}

function plain(record: object): Member[] {
  return Object.entries(record).map(([key, value]) => [key, json(value)]);
}

/** Members that are numbers or lists, a line each. */
function listsOf(record: object, indent = INDENT.repeat(2)): string {
  return members(indent, plain(record));
}

function members(indent: string, list: readonly Member[]): string {
  const texts = list.flatMap(([key, text]) =>
    text === undefined ? [] : [`${indent}${INDENT}${json(key)}: ${text}`],
  );
  return `{\n${texts.join(',\n')}\n${indent}}`;
}

/** A line for each. */
function lines(list: readonly unknown[]): string {
  if (list.length === 0) return '[]';
  const inner = INDENT.repeat(3);
  return `[\n${inner}${list.map(json).join(`,\n${inner}`)}\n${INDENT.repeat(2)}]`;
}
