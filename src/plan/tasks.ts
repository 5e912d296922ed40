import { trialMilliseconds } from './flops.js';
import type { Plan } from './plan.js';

/** A message to a worker costs about 25 µs: a task below this would spend itself on messages. */
const TASK_MS = 2;

/**
 * Groups trials into tasks, longest first, so that no long trial is left over at the end; trials
 * that take less than 2 ms share a task.
 *
 * @returns indices into `plan.trials`.
 */
export function planTasks(plan: Plan, backend: 'wasm' | 'js'): number[][] {
  const cost = plan.trials.map((trial) =>
    trialMilliseconds(plan.variants[trial.variant], trial, plan.datasets[trial.dataset], backend),
  );
  const longestFirst = plan.trials
    .map(({ index }) => index)
    .sort((a, b) => cost[b] - cost[a] || a - b);
  const tasks: number[][] = [];
  let room = 0;
  for (const trial of longestFirst) {
    if (room < cost[trial]) {
      tasks.push([]);
      room = TASK_MS;
    }
    tasks[tasks.length - 1].push(trial);
    room -= cost[trial];
  }
  return tasks;
}
