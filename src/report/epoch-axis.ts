import type { SweepConfig } from '../config/types.js';
import type { Results } from '../results/schema.js';
import { linearScale, logScale, type Scale } from './chart/scale.js';
import { logTicks, type Tick, wholeTicks } from './chart/ticks.js';
import { lastEpoch } from './learning-curves.js';

/** The epochs of a sweep along x. */
export interface EpochAxis {
  scale: Scale;
  ticks: Tick[];
  title: string;
}

/**
 * Linear, or logarithmic where the sweep evaluates at logarithmic distances; then 0 lies where 1
 * would, one to the left, because the axis is that of epoch + 1.
 */
export function epochAxis(results: Results, range: [number, number], labels: number): EpochAxis {
  const last = Math.max(1, lastEpoch(results));
  const { evaluate } = results.config as unknown as Partial<SweepConfig>;
  if (evaluate === undefined || !('points' in evaluate)) {
    const scale = linearScale(0, last, range);
    return { scale, ticks: wholeTicks(0, last, labels), title: 'epoch' };
  }
  const shifted = logScale([1, last + 1], range);
  const scale = Object.assign((epoch: number) => shifted(epoch + 1), {
    ...{ low: 0, high: last },
    holds: (epoch: number | null | undefined) => shifted.holds((epoch ?? Number.NaN) + 1),
  }) as Scale;
  const ticks = [{ value: 0, label: '0' }, ...logTicks(1, last, labels)];
  return { scale, ticks, title: 'epoch (logarithmic)' };
}
