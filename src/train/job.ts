import type { Kernels } from '../kernels/contract.js';
import type { DatasetAt } from '../memory/layout.js';
import type { SlabLayout } from '../memory/slab.js';
import type { DatasetShape, Trial, Variant } from '../plan/trial.js';

/** One trial and where it finds its data and its room. */
export interface TrainingJob {
  memory: WebAssembly.Memory;
  kernels: Kernels;
  variant: Variant;
  trial: Trial;
  slab: SlabLayout;
  data: DatasetAt;
  shape: DatasetShape;
  /** Byte offset of parameters to start from, in place of drawn ones; see memory/parameters.ts. */
  initial?: number;
}

/**
 * The rooms of one member of a team: it shares the leader's parameters and minibatch, and has
 * scratch, row order, image maps and evaluation blocks of its own.
 */
export function memberSlabs(
  leader: SlabLayout,
  own: SlabLayout,
): { training: SlabLayout; evaluation: SlabLayout } {
  const training = { ...leader, scratch: own.scratch, order: own.order, maps: own.maps };
  const layers = leader.layers.map((layer, l) => ({ ...layer, output: own.layers[l].output }));
  return { training, evaluation: { ...training, x: own.x, y: own.y, layers } };
}
