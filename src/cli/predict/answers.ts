import type { Model } from '../../model/model.js';
import { shortest } from '../../model/shortest.js';

/** What a model answers, row by row. */
export interface Answers {
  rows: number;
  /** Names of the columns: `output`; or `class` and the numbers behind it. */
  columns: readonly string[];
  /** Of row j: words for classes, numbers for the rest, as there are columns. */
  row(j: number): (string | number)[];
}

/** Asks for all rows, which stand one after the other. */
export function answersOf(model: Model, x: Float32Array): Answers {
  const rows = x.length / model.inputs;
  const { answer, outputs } = model;
  if (answer.kind === 'numbers') {
    const values = model.predict(x);
    const columns = outputs === 1 ? ['output'] : numbered('output', outputs);
    return { rows, columns, row: (j) => slice(values, j, outputs) };
  }
  const scale = answer.outputs === 'scores' ? 'score' : 'p';
  const values = scale === 'score' ? model.predict(x) : model.probabilities(x);
  const classes = model.classify(x);
  const name = (k: number) => model.classNames[k];
  if (answer.kind === 'classes') {
    const columns = ['class', ...model.classNames.map((each) => `${scale}_${each}`)];
    return { rows, columns, row: (j) => [name(classes[j]), ...slice(values, j, outputs)] };
  }
  if (outputs === 1) {
    // Of yes and no, each has its probability; a score is one number.
    const isScore = scale === 'score';
    const columns = isScore
      ? ['class', scale]
      : ['class', `${scale}_${name(0)}`, `${scale}_${name(1)}`];
    const row = (j: number) => [
      name(classes[j]),
      ...(isScore ? [values[j]] : [Math.fround(1 - values[j]), values[j]]),
    ];
    return { rows, columns, row };
  }
  const each = Array.from({ length: outputs }, (_, o) => o);
  return {
    rows,
    columns: each.flatMap((o) => [`class_${o + 1}`, `${scale}_${o + 1}`]),
    row: (j) => each.flatMap((o) => [name(classes[j * outputs + o]), values[j * outputs + o]]),
  };
}

function numbered(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${word}_${i + 1}`);
}

function slice(values: Float32Array, j: number, width: number): number[] {
  return Array.from(values.subarray(j * width, (j + 1) * width));
}

/** Rows that are turned into text at once. */
const ROWS = 4096;

/** As CSV: a header, a line for every row; float32 by the shortest decimal that rounds to it. */
export function* csvText(answers: Answers): Generator<string> {
  yield `${answers.columns.map(quoted).join(',')}\n`;
  yield* inPieces(answers.rows, (j) => `${answers.row(j).map(cell).join(',')}\n`);
}

/**
 * As JSON, a line for every row.
 *
 * @param members what stands above the predictions.
 */
export function* jsonText(answers: Answers, members: Record<string, unknown>): Generator<string> {
  const above = Object.entries(members).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  yield `{\n${above.join('')}  "predictions": [\n`;
  const keys = answers.columns.map((column) => JSON.stringify(column));
  yield* inPieces(answers.rows, (j) => {
    const cells = answers.row(j).map((value, i) => `${keys[i]}: ${jsonValue(value)}`);
    return `    {${cells.join(', ')}}${j < answers.rows - 1 ? ',' : ''}\n`;
  });
  yield '  ]\n}\n';
}

function* inPieces(rows: number, line: (j: number) => string): Generator<string> {
  for (let from = 0; from < rows; from += ROWS) {
    const count = Math.min(ROWS, rows - from);
    yield Array.from({ length: count }, (_, i) => line(from + i)).join('');
  }
}

function cell(value: string | number): string {
  return typeof value === 'number' ? number(value) : quoted(value);
}

function jsonValue(value: string | number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return Number.isFinite(value) ? number(value) : 'null';
}

function number(value: number): string {
  return Number.isFinite(value) ? shortest(value) : String(value);
}

/** As RFC 4180 has it, and so that reading it again takes off no blanks. */
function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}
