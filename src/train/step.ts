import { bind } from './bind.js';
import { compileStep, compileTeamStep } from './compile/step.js';
import type { TrainingJob } from './job.js';
import type { Seat } from './partition.js';
import type { StepState } from './step-state.js';

/** Runs one update; false when the team was broken while it ran. */
export type Step = () => boolean;

/** The update on a minibatch of n samples, ready to run; alone, or as a member of a team. */
export function createStep(job: TrainingJob, n: number, state: StepState, seat?: Seat): Step {
  const { kernels } = job;
  if (!seat) {
    const list = bind(kernels, compileStep(job, n), state);
    return () => {
      for (let i = 0; i < list.length; i++) list[i]();
      return true;
    };
  }
  const phases = compileTeamStep(job, n, seat).map((phase) => bind(kernels, phase, state));
  return () => {
    for (const phase of phases) {
      for (let i = 0; i < phase.length; i++) phase[i]();
      if (!seat.barrier()) return false;
    }
    return true;
  };
}
