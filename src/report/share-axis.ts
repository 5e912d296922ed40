import { scaleLinear } from 'd3-scale';
import { linearScale, type Scale } from './chart/scale.js';
import { linearTicks, type Tick } from './chart/ticks.js';

/** A linear axis of shares up to 100 %, down to a round one below the values. */
export function shareAxis(
  values: readonly (number | null)[],
  range: [number, number],
  labels: number,
): { y: Scale; ticks: Tick[] } {
  const shown = values.filter((value): value is number => value !== null);
  const least = Math.min(0.9, ...shown);
  const [low] = scaleLinear()
    .domain([100 * least, 100])
    .nice(labels)
    .domain();
  const y = linearScale(Math.max(0, low) / 100, 1, range);
  const ticks = linearTicks(Math.max(0, low), 100, labels).map(({ value, label }) => ({
    value: value / 100,
    label: `${label} %`,
  }));
  return { y, ticks };
}
