import type { SweepConfig } from '../config/types.js';
import type { SweepEvent, SweepOptions, SweepOutcome } from '../events.js';
import type { Keep } from '../plan/keep.js';
import type { Execution } from './execution.js';
import type { Interrupts } from './interrupts.js';
import { createReporter } from './progress/reporter.js';

export interface Training {
  execution: Pick<Execution, 'threads' | 'backend' | 'timeLimit' | 'quiet'>;
  interrupts: Interrupts;
  env: NodeJS.ProcessEnv;
  /** See SweepOptions. */
  keep: Keep;
  /** Called when everything is checked and training is about to begin; may throw. */
  onPlan?: () => void;
  /** Called with every event, after `onPlan`; may say a line. */
  onEvent?: (event: SweepEvent, say: (line: string) => void) => void;
}

/** Runs a sweep and shows its progress on stderr. */
export async function train(config: SweepConfig, training: Training): Promise<SweepOutcome> {
  const { execution, interrupts, env, keep, onPlan, onEvent } = training;
  const { threads, backend, timeLimit, quiet } = execution;
  // Loading the pool takes longer than reading flags: not for --help.
  const { sweep } = await import('../sweep.js');
  const options: SweepOptions = {
    backend,
    keep,
    signal: interrupts.signal,
    ...(threads !== undefined && { threads }),
    ...(timeLimit !== undefined && { timeLimit }),
  };
  const reporter = createReporter(quiet, env);
  const run = sweep(config, { ...options, onReading: reporter.reading });
  try {
    for await (const event of run) {
      if (event.type === 'plan') onPlan?.();
      onEvent?.(event, reporter.say);
      reporter.event(event);
    }
    return await run.outcome;
  } finally {
    // Not before training is over: `onPlan` may have thrown in the middle of it.
    interrupts.stop();
    await run.outcome.catch(() => {});
    reporter.close();
  }
}
