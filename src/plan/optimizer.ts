import type { OptimizerConfig } from '../config/types.js';

/** Tensors of state that an optimizer keeps for every parameter, all starting at zero. */
export const STATE_TENSORS: Record<OptimizerConfig['name'], number> = {
  sgd: 0,
  momentum: 1,
  adam: 2,
};
