import { exp } from '../../math/exp.js';
import { log } from '../../math/log.js';
import { PURPOSE, Stream } from '../../random/stream.js';
import type { AxisValue, GridAxis, RandomAxis, RangeConfig } from '../types.js';

/** Significant digits of the numbers of a range: enough, and short in tables. */
const DIGITS = 4;

/** The values of an axis of a grid, each once, in order. */
export function gridValues(axis: GridAxis, whole: boolean): readonly AxisValue[] {
  if (isList(axis)) return axis;
  const last = axis.points - 1;
  const values = Array.from({ length: axis.points }, (_, i) =>
    i === last ? axis.to : i === 0 ? axis.from : rounded(between(axis, i / last), whole),
  );
  return [...new Set(values)];
}

/**
 * Draw number `sample` of an axis, a pure function of its arguments.
 *
 * @param index of the axis, from 0.
 */
export function drawValue(
  axis: RandomAxis,
  whole: boolean,
  seed: number,
  index: number,
  sample: number,
): AxisValue {
  const stream = new Stream({ seed, purpose: PURPOSE.variants, layer: index, step: sample });
  const share = stream.uniform(0);
  if (isList(axis)) return axis[Math.floor(share * axis.length)];
  return rounded(between(axis, share), whole);
}

function isList(axis: GridAxis | RandomAxis): axis is readonly AxisValue[] {
  return Array.isArray(axis);
}

/** `share` of the way from one end to the other. */
function between({ from, to, scale }: RangeConfig, share: number): number {
  if (scale === 'linear') return from + share * (to - from);
  return exp(log(from) + share * (log(to) - log(from)));
}

function rounded(value: number, whole: boolean): number {
  return whole ? Math.round(value) : Number(value.toPrecision(DIGITS));
}
