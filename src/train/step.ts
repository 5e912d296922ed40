import type { Kernels } from '../kernels/contract.js';
import type { RowsAt } from '../memory/layout.js';
import type { SlabLayout } from '../memory/slab.js';
import type { Variant } from '../plan/trial.js';
import { bind } from './bind.js';
import { compileStep, compileTeamStep } from './compile.js';
import type { StepState } from './operation.js';
import type { Seat } from './partition.js';

/** Runs one update; false when the team was broken while it ran. */
export type Step = () => boolean;

/** The update on a minibatch of n samples, ready to run; alone, or as a member of a team. */
export function createStep(
  kernels: Kernels,
  variant: Variant,
  slab: SlabLayout,
  train: RowsAt,
  n: number,
  state: StepState,
  seat?: Seat,
): Step {
  if (!seat) {
    const list = bind(kernels, compileStep(variant, slab, train, n), state);
    return () => {
      for (let i = 0; i < list.length; i++) list[i]();
      return true;
    };
  }
  const phases = compileTeamStep(variant, slab, train, n, seat).map((phase) =>
    bind(kernels, phase, state),
  );
  return () => {
    for (const phase of phases) {
      for (let i = 0; i < phase.length; i++) phase[i]();
      if (!seat.barrier()) return false;
    }
    return true;
  };
}
