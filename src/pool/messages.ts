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
}

/** Trial numbers, not data. */
export interface Task {
  trials: readonly number[];
  /** Index of the slab that the task may use; in a team, the number of the member. */
  slab: number;
  /** Members of the team that trains the one trial of this task; absent: it is trained alone. */
  team?: number;
}

/** Trials that threw; the others say in the control words how they ended. An error loses its own
 * properties between threads, so that failures travel as values. */
export interface TaskResult {
  /** Id of the thread that ran the task. */
  thread: number;
  failures: readonly { trial: number; message: string }[];
}
