import type { Kernels } from '../kernels/contract.js';
import { bind } from '../train/bind.js';
import type { Operation } from '../train/operation.js';
import { createStepState } from '../train/step-state.js';

/** Nothing of what changes from step to step enters a forward or backward pass. */
const STATE = createStepState();

/** Runs operations of the trainer at once. */
export function run(kernels: Kernels, ...operations: readonly Operation[]): void {
  for (const each of bind(kernels, operations, STATE)) each();
}
