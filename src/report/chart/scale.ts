import { scaleLinear, scaleLog } from 'd3-scale';

/** From data to pixels, with the data interval that it shows. */
export interface Scale {
  (value: number): number;
  low: number;
  high: number;
  /** Whether the axis can show a value. */
  holds(value: number | null | undefined): value is number;
}

/** What a logarithmic axis can hold. */
export function isPositive(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

/** Whether a value lies in the interval that is shown, and not only on the axis. */
export function shows(scale: Scale, value: number | null | undefined): value is number {
  return scale.holds(value) && value >= scale.low && value <= scale.high;
}

/**
 * A logarithmic scale over the positive values with a little air on both ends. Values that it
 * cannot hold are the caller's to drop. Without any value it shows 0.1 to 10.
 *
 * @param floor where the interval ends; values below have places beneath it.
 */
export function logScale(
  values: Iterable<number | null>,
  range: [number, number],
  floor = 0,
): Scale {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    if (!isPositive(value)) continue;
    low = Math.min(low, Math.max(floor, value));
    high = Math.max(high, value, floor);
  }
  if (high === 0) [low, high] = [0.1, 10];
  else if (low === high) [low, high] = [low / 3, high * 3];
  const tight = scaleLog().domain([low, high]).range([0, 1]);
  const domain: [number, number] = [
    Math.max(tight.invert(-AIR), Number.MIN_VALUE),
    Math.min(tight.invert(1 + AIR), Number.MAX_VALUE),
  ];
  const scale = scaleLog().domain(domain).range(range);
  const ends = { low: domain[0], high: domain[1] };
  return Object.assign((value: number) => scale(value), { ...ends, holds: isPositive });
}

const AIR = 0.04;

/** A linear scale from `low` to `high`, widened where they are equal. */
export function linearScale(low: number, high: number, range: [number, number]): Scale {
  const top = high > low ? high : low + 1;
  const scale = scaleLinear().domain([low, top]).range(range);
  const holds = (value: number | null | undefined): value is number =>
    typeof value === 'number' && value >= low && value <= top;
  return Object.assign((value: number) => scale(value), { low, high: top, holds });
}
