import { scaleLinear } from 'd3-scale';
import { tickLabel } from './tick-label.js';

export interface Tick {
  value: number;
  /** SVG markup; empty for a minor tick. */
  label: string;
}

/** Ticks of a linear axis at round values, about `count` of them. */
export function linearTicks(low: number, high: number, count: number): Tick[] {
  return scaleLinear()
    .domain([low, high])
    .ticks(count)
    .map((value) => ({ value, label: tickLabel(value) }));
}

/** With a minus sign in place of a hyphen, where values may be negative. */
export function withMinus(tick: Tick): Tick {
  return { ...tick, label: tick.label.replace('-', '−') };
}

/** As `linearTicks`, at whole numbers only. */
export function wholeTicks(low: number, high: number, count: number): Tick[] {
  return linearTicks(low, high, count).filter((tick) => Number.isInteger(tick.value));
}

/**
 * Ticks of a logarithmic axis: powers of ten, every second or third where there are many; 1, 2 and 5
 * times them where there are few; round values where even those are too few. Labels: at most
 * about `most`. The other multiples are minor ticks, where there is room for them.
 */
export function logTicks(low: number, high: number, most: number): Tick[] {
  const from = decimalExponent(low);
  const powers: number[] = [];
  for (let e = from; e <= decimalExponent(high); e++) powers.push(e);
  const inside = (value: number) => value >= low && value <= high;
  const decades = powers.map((e) => Number(`1e${e}`)).filter(inside);
  const multiples = powers.flatMap((e) => DIGITS.map((digit) => Number(`${digit}e${e}`)));
  const within = multiples.filter(inside);
  if (decades.length >= 3) {
    const step = Math.ceil(decades.length / most);
    const named = new Set(decades.filter((_, index) => index % step === 0));
    return (decades.length > 7 ? decades : within).map((value) => labelled(value, named));
  }
  const few = within.filter((value) => /^[125]/.test(value.toExponential()));
  if (few.length >= 2) return within.map((value) => labelled(value, new Set(few)));
  return linearTicks(low, high, most);
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function labelled(value: number, named: ReadonlySet<number>): Tick {
  return { value, label: named.has(value) ? tickLabel(value) : '' };
}

function decimalExponent(value: number): number {
  return Number(value.toExponential().split('e')[1]);
}
