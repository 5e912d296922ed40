import type { Kernels } from '../kernels/contract.js';
import { ACTIVATIONS } from './bind/activations.js';
import { BATCH } from './bind/batch.js';
import type { Binder, Binders, Bound } from './bind/binder.js';
import { LOSSES } from './bind/losses.js';
import { NEURONS } from './bind/neurons.js';
import { PRODUCTS } from './bind/products.js';
import { UPDATES } from './bind/updates.js';
import type { KernelName, Operation } from './operation.js';
import type { StepState } from './step-state.js';

export type { Bound };

const BINDERS: Binders = {
  ...BATCH,
  ...PRODUCTS,
  ...ACTIVATIONS,
  ...LOSSES,
  ...NEURONS,
  ...UPDATES,
};

/** Makes a list executable: `for (const run of bound) run()` is one step. */
export function bind(
  kernels: Kernels,
  operations: readonly Operation[],
  state: StepState,
): Bound[] {
  return operations.map((operation) =>
    (BINDERS[operation.kernel] as Binder<KernelName>)(kernels, operation, state),
  );
}
