import { SET_WORDS } from '../../results/measured.js';
import type { AggregateRecord, Results } from '../../results/schema.js';
import { ranked, type Score, scored, scoreOf } from '../../results/score.js';
import { type SweepAxis, sweepAxes } from '../../results/sweep-axes.js';
import { counted } from '../../results/wording.js';
import { numeric } from '../axis-figure/across.js';
import { axisTitle, axisTitles, type Described, described } from '../axis-words.js';
import { scoreWords } from '../best-variants.js';
import { dodge } from '../chart/dodge.js';
import { HEAD, renderFigure } from '../chart/frame.js';
import { HEAT_STEPS, heatLine, heatLineRules } from '../chart/heat.js';
import { titled } from '../chart/legend.js';
import { ink } from '../chart/palette.js';
import { linearScale, logScale, type Scale } from '../chart/scale.js';
import { linePath, type Point } from '../chart/shape.js';
import { element, escapeXml, fitted, text, textWidth, xy } from '../chart/svg.js';
import { linearTicks, logTicks, type Tick } from '../chart/ticks.js';
import { type Shades, shadesOf } from '../shades.js';
import { isRepeated, lossWord, seedWords } from '../words.js';

const TOP = HEAD + 34;
const HEIGHT = 360;
const LEFT = 90;
const RIGHT = 90;
/** Between the first axis and the last, as far as axes are neither crowded nor lost. */
const WIDTH = 720;
/** So many lines stand out, with their ranks at the ends. */
const MOST_BEST = 5;
/** A category spreads its lines over this share of its room. */
const SPREAD = 0.55;
const LABEL = 10;
/** Lines of the first steps could not be seen on paper. */
const PALEST = 5;

/** An axis upright: where a variant crosses it. */
interface Upright {
  title: string;
  x: number;
  y(record: AggregateRecord): number | undefined;
  /** `label` is markup. */
  ticks: readonly { y: number; label: string; plain?: string }[];
  /** Below the axis. */
  foot?: string;
}

/** An axis for each of what varies, the score last: every variant is a line across them. */
export function parallel(results: Results): string {
  const score = scoreOf(results);
  const axes = sweepAxes(results);
  const order = ranked(results.aggregate, score);
  const shown = order.filter((record) => scored(score, record, score.shown) !== null);
  const shades = shadesOf(
    shown.map((record) => scored(score, record, score.shown)),
    score,
  );
  const step = Math.min(190, Math.max(96, Math.floor(WIDTH / axes.length)));
  const uprights = [
    ...axes.map((axis, at) => upright(axis, LEFT + at * step, order)),
    scoreAxis(score, shades, LEFT + axes.length * step),
  ];
  const best = shown.slice(0, MOST_BEST);
  return renderFigure({
    name: 'parallel',
    title: `${counted(results.variants.length, 'variant')} by ${axisTitles(axes)}: ${results.name}`,
    subtitle: subtitle(results, score),
    description: description(axes, best, score),
    width: Math.max(480, LEFT + axes.length * step + RIGHT),
    height: TOP + HEIGHT + 24,
    series: 0,
    rules: heatLineRules(),
    body: [
      ...shown.map((_, at) => line(shown, shown.length - 1 - at, uprights, score, shades)),
      ...uprights.map((each) => axisMarkup(each, step)),
      ranks(best, uprights[uprights.length - 1]),
    ],
    notes: notes(results, score, best.length, shown.length),
  });
}

function subtitle(results: Results, score: Score): string {
  const noun = score.measure === 'loss' ? `loss (${lossWord(results)})` : score.noun;
  const middle = isRepeated(results) ? `${score.statistic} ` : '';
  return `A line per variant, coloured by its ${middle}final ${SET_WORDS[score.shown]} ${noun}, ${seedWords(results)}`;
}

function notes(results: Results, score: Score, best: number, shown: number): string[] {
  const left = results.aggregate.length - shown;
  const verb = left === 1 ? 'is' : 'are';
  return [
    ...(best === 0 ? [] : [`Heavy and numbered: the best ${best} by ${scoreWords(score)}.`]),
    ...(left === 0
      ? []
      : [`${counted(left, 'variant')} without a finished run ${verb} not shown.`]),
  ];
}

/** Of words the first is on top; lines that share one lie beside each other, the best on top. */
function upright(axis: SweepAxis, x: number, order: readonly AggregateRecord[]): Upright {
  const words = described(axis);
  const range: [number, number] = [TOP + HEIGHT, TOP];
  const heldBy = (record: AggregateRecord) => axis.of.get(record.variant);
  if (axis.kind !== 'categories') {
    const { scale, marks } = numeric(words, range, 8);
    const ticks = marksOf(words, scale, marks);
    return {
      title: words.title,
      x,
      ticks,
      y: (record) => {
        const value = heldBy(record);
        return value === undefined ? undefined : scale(value as number);
      },
    };
  }
  const slot = HEIGHT / axis.values.length;
  const places = new Map<string, number>();
  axis.values.forEach((value, at) => {
    const own = order.filter((record) => heldBy(record) === value);
    own.forEach(({ variant }, rank) => {
      const share = own.length === 1 ? 0 : rank / (own.length - 1) - 0.5;
      places.set(variant, TOP + (at + 0.5 + SPREAD * share) * slot);
    });
  });
  const ticks = words.labels.map((label, at) => ({
    y: TOP + (at + 0.5) * slot,
    label: escapeXml(fitted(label, LABEL, 110)),
  }));
  return { title: words.title, x, ticks, y: ({ variant }) => places.get(variant) };
}

/** At the values where these are few, else where a scale has them. */
function marksOf({ values, labels }: Described, scale: Scale, marks: readonly Tick[]) {
  const own = values.map((value, at) => ({ y: scale(value as number), label: labels[at] }));
  const isFree = own.every(({ y }, at) => at === 0 || own[at - 1].y - y >= LABEL + 3);
  if (isFree) return own;
  return marks
    .filter(({ label }) => label !== '')
    .map(({ value, label }) => ({ y: scale(value), label }));
}

/** The better the higher; what is far worse than the rest lies at the foot. */
function scoreAxis(score: Score, shades: Shades, x: number): Upright {
  const { worst, best, isCut } = shades;
  const range: [number, number] = [TOP + HEIGHT, TOP];
  const isLog = score.measure === 'loss' && worst > 0 && best > 0;
  const [low, high] = score.sign > 0 ? [worst, best] : [best, worst];
  const upwards: [number, number] = score.sign > 0 ? range : [range[1], range[0]];
  const scale: Scale = isLog ? logScale([low, high], upwards) : linearScale(low, high, upwards);
  const marks: Tick[] = isLog ? logTicks(scale.low, scale.high, 8) : linearTicks(low, high, 8);
  const clamped = (value: number) => scale(Math.min(high, Math.max(low, value)));
  const ticks = marks
    .filter(({ label }) => label !== '')
    .map(({ value, label }) => ({
      y: scale(value),
      label:
        score.measure === 'accuracy'
          ? `${Number((100 * value).toPrecision(4))} %`
          : label.replace('-', '−'),
    }));
  return {
    title: `${SET_WORDS[score.shown]} ${score.noun}`,
    x,
    ticks,
    ...(isCut && { foot: 'or worse' }),
    y: (record) => {
      const value = scored(score, record, score.shown);
      return value === null ? undefined : clamped(value);
    },
  };
}

/** A line across all axes; the best are heavier. */
function line(
  shown: readonly AggregateRecord[],
  at: number,
  uprights: readonly Upright[],
  score: Score,
  shades: Shades,
): string {
  const record = shown[at];
  const points = uprights.flatMap((upright): Point[] => {
    const y = upright.y(record);
    return y === undefined ? [] : [[upright.x, y]];
  });
  const value = scored(score, record, score.shown)!;
  const share = (shades.step(value) - 1) / (HEAT_STEPS - 1);
  const step = PALEST + Math.round(share * (HEAT_STEPS - PALEST));
  const isBest = at < MOST_BEST;
  const style = { 'stroke-width': isBest ? '2.4' : '1', 'stroke-linejoin': 'round' };
  const title = element('title', {}, escapeXml(`${record.variant}: ${score.write(value)}`));
  return element('path', { ...heatLine(step), ...style, d: linePath(points) }, title);
}

/** The axis with its title above; labels on the ground, because lines cross them. */
function axisMarkup({ title, x, ticks, foot }: Upright, step: number): string {
  const marks = ticks.map(({ y }) => `M${xy(x - 4, y)}h4`);
  const style = { ...ink('dim'), 'font-size': String(LABEL), 'text-anchor': 'end' };
  const labels = ticks.map(({ y, label, plain = label }) => {
    const width = textWidth(plain, LABEL) + 4;
    const ground = { x: x - 8 - width + 2, y: y - 6.5, width, height: 13, 'fill-opacity': '0.8' };
    return element('rect', { ...ink('bg'), ...ground }) + text(x - 7, y + 3.5, label, style);
  });
  const head = text(x, TOP - 16, titled(title, fitted(title, 11, step - 10)), {
    'text-anchor': 'middle',
    'font-weight': '600',
  });
  const below =
    foot === undefined
      ? ''
      : text(x, TOP + HEIGHT + 15, foot, { ...style, 'text-anchor': 'middle' });
  const rule = `M${xy(x, TOP)}v${HEIGHT}`;
  const axis = element('path', { ...ink('axis'), fill: 'none', d: [rule, ...marks].join('') });
  return [axis, ...labels, head, below].join('');
}

/** Beside the score: which of the best is which. */
function ranks(best: readonly AggregateRecord[], { x, y }: Upright): string {
  const wished = best.map((record) => y(record)!);
  const places = dodge(wished, 11, TOP, TOP + HEIGHT) ?? wished;
  return best
    .map((_, at) => {
      const leader = linePath([
        [x + 3, wished[at]],
        [x + 12, places[at]],
      ]);
      return [
        element('path', { ...ink('axis'), fill: 'none', 'stroke-width': '0.6', d: leader }),
        text(x + 15, places[at] + 3.5, String(at + 1), { 'font-size': String(LABEL) }),
      ].join('');
    })
    .join('');
}

function description(
  axes: readonly SweepAxis[],
  best: readonly AggregateRecord[],
  score: Score,
): string {
  const each = best.map((record) => {
    const values = axes.map((axis) => `${axisTitle(axis)} ${axis.of.get(record.variant) ?? '–'}`);
    return `${values.join(', ')}: ${score.write(scored(score, record, score.shown))}`;
  });
  return `The best variants by ${scoreWords(score)}: ${each.join('; ') || 'none'}.`;
}
