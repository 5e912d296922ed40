import { type Control, TRIAL } from '../memory/control.js';
import type { Plan } from '../plan/plan.js';
import type { ManifestTrial } from '../results/manifest.js';

/** When and where each trial was trained, and how well the threads were used. */
export interface Timing {
  trials: ManifestTrial[];
  /** Busy time of all workers over threads × training time, 0 to 1. */
  parallelEfficiency: number;
  samplesPerSecond: number;
}

/**
 * @param crews threads of the trials that a team trained.
 * @param origin Unix time in ms at which the sweep began.
 * @param trainingMs wall time of the training stage.
 */
export function collectTiming(
  { trials, variants, datasets }: Plan,
  control: Control,
  crews: ReadonlyMap<number, readonly number[]>,
  threads: number,
  origin: number,
  trainingMs: number,
): Timing {
  const began = trials.filter(({ index }) => control.state(index) !== TRIAL.waiting);
  const crewOf = (index: number) => crews.get(index) ?? [control.worker(index)];
  const threadIds = [...new Set(began.flatMap(({ index }) => crewOf(index)))];
  threadIds.sort((a, b) => a - b);
  let busy = 0;
  let samples = 0;
  const timed = trials.map(({ index, variant, seed, dataset }): ManifestTrial => {
    const { start, end } = control.times(index);
    const ended = start > 0 && end >= start;
    const crew = start > 0 ? crewOf(index) : [];
    if (ended) busy += crew.length * (end - start);
    samples += control.epoch(index) * datasets[dataset].trainRows;
    return {
      variant: variants[variant].id,
      seed,
      workers: crew.map((thread) => threadIds.indexOf(thread)).sort((a, b) => a - b),
      startMs: start > 0 ? milliseconds(start - origin) : 0,
      endMs: ended ? milliseconds(end - origin) : 0,
    };
  });
  return {
    trials: timed,
    parallelEfficiency: Math.min(1, busy / Math.max(1e-3, threads * trainingMs)),
    samplesPerSecond: Math.round((1000 * samples) / Math.max(1e-3, trainingMs)),
  };
}

/** To a microsecond: what the clock of a thread resolves. */
function milliseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
