import type { Backend } from '../kernels/contract.js';
import type { MemoryLayout } from '../memory/layout.js';
import type { Plan } from '../plan/plan.js';

/** What every worker receives once, when it starts. */
export interface WorkerSetup {
  memory: WebAssembly.Memory;
  /** The compiled kernels; absent for the pure-JS backend. */
  module?: WebAssembly.Module;
  backend: Backend;
  plan: Plan;
  layout: MemoryLayout;
  /** Trials in the order in which free workers take them. */
  queue: readonly number[];
}

/** Nothing but the place: what to train stands in the shared memory. */
export type Task =
  /** Take trials from the queue until it is empty. */
  | { slab: number }
  /** Train this trial as member number `slab` of a team. */
  | { slab: number; trial: number; team: number };

/** How a task ended; trials that were trained say so in the control words. An error loses its own
 * properties between threads, so that a failure travels as a value. */
export interface TaskResult {
  /** Id of the thread that ran the task. */
  thread: number;
  /** The trial that threw and ended the task. */
  failure?: { trial: number; message: string };
}
