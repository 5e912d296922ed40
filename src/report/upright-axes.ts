import { SET_WORDS } from '../results/measured.js';
import type { AggregateRecord } from '../results/schema.js';
import { type Score, scored } from '../results/score.js';
import type { SweepAxis } from '../results/sweep-axes.js';
import { numeric } from './axis-figure/across.js';
import { type Described, described } from './axis-words.js';
import { linearScale, logScale, type Scale } from './chart/scale.js';
import { escapeXml, fitted } from './chart/svg.js';
import { linearTicks, logTicks, type Tick } from './chart/ticks.js';
import type { ScoreShades } from './score-shades.js';

/** Where the axes of parallel coordinates stand. */
export interface Standing {
  top: number;
  height: number;
}

/** Of the labels beside an axis. */
export const UPRIGHT_LABEL = 10;
const LABEL = UPRIGHT_LABEL;
/** A category spreads its lines over this share of its room. */
const SPREAD = 0.55;

/** An axis upright: where a variant crosses it. */
export interface Upright {
  title: string;
  x: number;
  y(record: AggregateRecord): number | undefined;
  /** `label` is markup. */
  ticks: readonly { y: number; label: string }[];
  /** Below the axis. */
  foot?: string;
}

/**
 * A hyper-parameter as an axis: numbers grow upwards, of words the first is on top.
 *
 * @param order all variants, best first: where they share a word, they lie in this order.
 */
export function uprightAxis(
  axis: SweepAxis,
  x: number,
  order: readonly AggregateRecord[],
  standing: Standing,
): Upright {
  const words = described(axis);
  const at = { title: words.title, x };
  if (axis.kind === 'categories') return { ...at, ...inSlots(axis, words, order, standing) };
  const { top, height } = standing;
  const { scale, marks } = numeric(words, [top + height, top], 8);
  const y = ({ variant }: AggregateRecord) => {
    const value = axis.of.get(variant);
    return value === undefined ? undefined : scale(value as number);
  };
  return { ...at, ticks: marksOf(words, scale, marks), y };
}

function inSlots(
  { values, of }: SweepAxis,
  { labels }: Described,
  order: readonly AggregateRecord[],
  { top, height }: Standing,
): Pick<Upright, 'ticks' | 'y'> {
  const slot = height / values.length;
  const places = new Map<string, number>();
  values.forEach((value, at) => {
    const own = order.filter(({ variant }) => of.get(variant) === value);
    own.forEach(({ variant }, rank) => {
      const share = own.length === 1 ? 0 : rank / (own.length - 1) - 0.5;
      places.set(variant, top + (at + 0.5 + SPREAD * share) * slot);
    });
  });
  const every = Math.ceil((LABEL + 3) / slot);
  const ticks = labels
    .map((label, at) => ({
      y: top + (at + 0.5) * slot,
      label: escapeXml(fitted(label, LABEL, 110)),
    }))
    .filter((_, at) => at % every === 0);
  return { ticks, y: ({ variant }) => places.get(variant) };
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
export function scoreAxis(
  score: Score,
  { worst, best, isCut }: ScoreShades,
  x: number,
  { top, height }: Standing,
): Upright {
  const { sign, measure, shown, noun } = score;
  const isLog = measure === 'loss' && worst > 0 && best > 0;
  const [low, high] = sign > 0 ? [worst, best] : [best, worst];
  const range: [number, number] = sign > 0 ? [top + height, top] : [top, top + height];
  const scale = isLog ? logScale([low, high], range) : linearScale(low, high, range);
  const marks = isLog ? logTicks(scale.low, scale.high, 8) : linearTicks(low, high, 8);
  const ticks = marks
    .filter(({ label }) => label !== '')
    .map(({ value, label }) => ({
      y: scale(value),
      label: measure === 'accuracy' ? percentLabel(value) : label.replace('-', '−'),
    }));
  const y = (record: AggregateRecord) => {
    const value = scored(score, record, shown);
    return value === null ? undefined : scale(Math.min(high, Math.max(low, value)));
  };
  return { title: `${SET_WORDS[shown]} ${noun}`, x, ticks, y, ...(isCut && { foot: 'or worse' }) };
}

function percentLabel(share: number): string {
  return `${Number((100 * share).toPrecision(4))} %`;
}
