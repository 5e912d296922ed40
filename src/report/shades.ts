import { scaleLinear, scaleLog } from 'd3-scale';
import type { Score } from '../results/score.js';
import { finiteAscending, quantile } from '../stats/quantile.js';
import { HEAT_STEPS } from './chart/heat.js';

/** From scores to steps of the heat colours: the better, the further from the ground. */
export interface Shades {
  /** 1 for the worst … HEAT_STEPS for the best. */
  step(value: number): number;
  /** Where the colours begin: what is worse has the first of them, too. */
  worst: number;
  best: number;
  /** Whether something is worse than that. */
  isCut: boolean;
  /** The score in the middle of the colours. */
  middle: number;
}

/**
 * Colours between the best and the worst of these scores, over the logarithm of losses. A few that are
 * far worse than the rest would leave it in one colour: beyond Tukey's fence (a quartile and one and a
 * half of the distance between the quartiles) all are the worst.
 */
export function shadesOf(values: readonly (number | null)[], { sign, measure }: Score): Shades {
  const finite = finiteAscending(values);
  const isLog = measure === 'loss' && finite.every((value) => value > 0);
  const unit = unitScale(finite, isLog);
  const places = finite.map((value) => (sign > 0 ? unit.to(value) : 1 - unit.to(value)));
  const ascending = [...places].sort((a, b) => a - b);
  const [low, high] = [ascending[0] ?? 0, ascending[ascending.length - 1] ?? 1];
  const fence = ascending.length === 0 ? 0 : fenceOf(ascending);
  const from = Math.max(low, fence);
  const back = (place: number) => unit.from(sign > 0 ? place : 1 - place);
  const width = high - from || 1;
  const share = (value: number) => {
    const place = sign > 0 ? unit.to(value) : 1 - unit.to(value);
    return high === from ? 1 : Math.min(1, Math.max(0, (place - from) / width));
  };
  return {
    step: (value) => 1 + Math.round(share(value) * (HEAT_STEPS - 1)),
    worst: back(from),
    best: back(high),
    middle: back((from + high) / 2),
    isCut: from > low,
  };
}

/** A quartile less one and a half of the distance between the quartiles. */
function fenceOf(ascending: readonly number[]): number {
  const [q1, q3] = [quantile(ascending, 0.25), quantile(ascending, 0.75)];
  return q1 - 1.5 * (q3 - q1);
}

/** Of the values to 0 … 1, and back. */
function unitScale(ascending: readonly number[], isLog: boolean) {
  const low = ascending[0] ?? 0;
  const high = ascending[ascending.length - 1] ?? 1;
  if (low === high) return { to: () => 1, from: () => low };
  const scale = isLog
    ? scaleLog().domain([low, high]).range([0, 1])
    : scaleLinear().domain([low, high]).range([0, 1]);
  return { to: (value: number) => scale(value), from: (place: number) => scale.invert(place) };
}
