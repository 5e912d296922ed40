import type { Inspection, Predicted, PredictedOutput, PredictedSet } from '../../inspect/types.js';
import { SET_WORDS, SETS, type SetName } from '../../results/measured.js';
import type { Results } from '../../results/schema.js';
import { counted, figure, grouped } from '../../results/wording.js';
import { type Plot, xAxis, yAxis } from '../chart/axis.js';
import { EDGE, HEAD, renderFigure } from '../chart/frame.js';
import { KEY_MARK, keyRow } from '../chart/key.js';
import { markers } from '../chart/marker.js';
import { INK_LINE, INK_LINE_RULE, ink, setColour } from '../chart/palette.js';
import { linearScale, type Scale } from '../chart/scale.js';
import { element, escapeXml, fitted, text, textWidth, xy } from '../chart/svg.js';
import { linearTicks, type Tick, withMinus } from '../chart/ticks.js';
import { inspectedWords } from '../inspected.js';

const LEFT = 76;
const SIDE = 440;
const SMALL_SIDE = 280;
const GAP = 76;
/** Above each panel of several: the name of the output and R² of every set. */
const CAPTION = 34;
const FOOT = 52;

/** Shapes of the sets: circles, squares, diamonds. */
const SHAPES: Record<SetName, number> = { train: 0, validation: 3, test: 1 };
/** What the network predicts against what is true, a panel an output; undefined where targets are no
 * quantities. */
export function predictedVsTrue(
  { name }: Pick<Results, 'name'>,
  inspection: Inspection,
): string | undefined {
  const { predicted } = inspection;
  if (!predicted) return undefined;
  const { shown } = predicted;
  const side = shown.length === 1 ? SIDE : SMALL_SIDE;
  const columns = Math.min(2, shown.length);
  const rows = Math.ceil(shown.length / columns);
  const sets = SETS.filter((set) => shown.some((output) => output[set]));
  const head = shown.length === 1 ? 4 : CAPTION;
  const height = head + side + FOOT;
  return renderFigure({
    name: 'predicted-vs-true',
    title: `Predicted against true by ${inspection.network.variant}: ${name}`,
    subtitle: inspectedWords(inspection),
    description: description(predicted, inspection),
    width: Math.max(560, LEFT + columns * (side + GAP) - GAP + EDGE + 24),
    height: HEAD + 16 + rows * height,
    series: 0,
    sets,
    rules: [INK_LINE_RULE],
    body: [
      keyRow(EDGE, HEAD + 4, keyOf(sets, shown)),
      ...shown.map((output, at) => {
        const left = LEFT + (at % columns) * (side + GAP);
        const top = HEAD + 16 + Math.floor(at / columns) * height + head;
        const plot = { left, top, width: side, height: side };
        const words = shown.length === 1 ? '' : caption(inspection, predicted, at, plot);
        return words + panel(output, sets, plot);
      }),
    ],
    notes: notes(predicted, sets),
  });
}

/** With R² of every set, where there is one output. */
function keyOf(sets: readonly SetName[], [first, ...others]: readonly PredictedOutput[]) {
  const score = (set: SetName) => (others.length > 0 ? '' : `: R² ${figure(first[set]?.r2)}`);
  return [
    ...sets.map((set) => ({
      mark: (x: number, y: number) => cloud(set, [[x + KEY_MARK / 2, y]], '1'),
      label: `${SET_WORDS[set]}${score(set)}`,
    })),
    {
      mark: (x: number, y: number) =>
        element('path', { ...IDENTITY, d: `M${xy(x, y)}h${KEY_MARK}` }),
      label: 'predicted = true',
    },
  ];
}

/** More points than that shine through each other. */
const CROWD = 150;

const IDENTITY = { ...INK_LINE, fill: 'none', 'stroke-width': '1', 'stroke-dasharray': '6 3' };

function outputName({ targetNames }: Inspection, at: number, outputs: number): string {
  return targetNames?.[at] ?? (outputs === 1 ? '' : `output ${at + 1}`);
}

function panel(output: PredictedOutput, sets: readonly SetName[], plot: Plot): string {
  const { left, top, width, height } = plot;
  const { low, high, ticks } = rangeOf(output);
  const x = linearScale(low, high, [left, left + width]);
  const y = linearScale(low, high, [top + height, top]);
  return [
    yAxis(plot, y, ticks, { labels: true, title: 'predicted' }),
    xAxis(plot, x, ticks, { labels: true, title: 'true' }),
    element('path', { ...IDENTITY, d: `M${xy(left, top + height)}L${xy(left + width, top)}` }),
    ...sets.map((set) => {
      const points = pointsOf(output[set], x, y);
      const opacity = points.length > CROWD ? '0.5' : '0.8';
      return points.length === 0 ? '' : cloud(set, points, opacity);
    }),
  ].join('');
}

/** The name of an output and R² of every set, in its colour. */
function caption(
  inspection: Inspection,
  { shown, outputs }: Predicted,
  at: number,
  { left, top, width }: Plot,
): string {
  const name = fitted(outputName(inspection, at, outputs), 11, width);
  const small = { 'font-size': '10' };
  const plain = { ...small, class: undefined, fill: undefined, stroke: 'none' };
  let x = left + 18;
  const scores = SETS.map((set) => {
    const of = shown[at][set];
    if (!of) return '';
    const words = `${SET_WORDS[set]} ${figure(of.r2)}`;
    const markup = element('g', setColour(set), text(x, top - 8, words, plain));
    x += textWidth(words, 10) + 10;
    return markup;
  });
  return [
    text(left, top - 22, escapeXml(name), { 'font-weight': '600' }),
    text(left, top - 8, 'R²', { ...ink('dim'), ...small }),
    ...scores,
  ].join('');
}

function cloud(
  set: SetName,
  points: readonly (readonly [number, number])[],
  opacity: string,
): string {
  const d = markers(SHAPES[set], points);
  return element('g', { ...setColour(set) }, [
    element('path', { stroke: 'none', 'fill-opacity': opacity, d }),
  ]);
}

function pointsOf(of: PredictedSet | undefined, x: Scale, y: Scale): [number, number][] {
  if (!of) return [];
  return of.true.flatMap((value, i): [number, number][] => {
    const predicted = of.predicted[i];
    return predicted === null ? [] : [[x(value), y(predicted)]];
  });
}

/** One range for both axes, so that the identity is the diagonal. */
function rangeOf(output: PredictedOutput): { low: number; high: number; ticks: Tick[] } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const set of Object.values(output)) {
    for (const value of [...set.true, ...set.predicted]) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) [low, high] = [0, 1];
  const margin = high > low ? 0.04 * (high - low) : 0.5;
  const ends = { low: low - margin, high: high + margin };
  return { ...ends, ticks: linearTicks(ends.low, ends.high, 6).map(withMinus) };
}

function notes({ outputs, shown }: Predicted, sets: readonly SetName[]): string[] {
  const words = sets.flatMap((set) => {
    const of = shown[0][set];
    if (!of) return [];
    const measured = of.measured < of.rows ? ` (R² of the first ${grouped(of.measured)})` : '';
    return [
      `${grouped(of.true.length)} of ${counted(of.rows, `${SET_WORDS[set]} sample`)}${measured}`,
    ];
  });
  const more =
    outputs > shown.length ? ` The first ${shown.length} of ${grouped(outputs)} outputs.` : '';
  return [`Drawn: ${words.join(', ')}.${more}`];
}

function description({ shown, outputs }: Predicted, inspection: Inspection): string {
  const each = shown.map((output, at) => {
    const name = outputName(inspection, at, outputs) || 'the output';
    const scores = SETS.flatMap((set) => {
      const of = output[set];
      return of ? [`${SET_WORDS[set]} ${figure(of.r2)}`] : [];
    });
    return `${name}: R² ${scores.join(', ')}`;
  });
  return `Predicted against true values. ${each.join('; ')}.`;
}
