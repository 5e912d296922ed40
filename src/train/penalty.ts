import type { TrainingJob } from './job.js';

/** l1 · Σ|w| + l2 · Σw² over the weights of the layers that are trained, float64. */
export function penaltyOf({ kernels, variant, slab }: TrainingJob): number {
  const { l1, l2 } = variant.training.penalty;
  if (l1 === 0 && l2 === 0) return 0;
  let penalty = 0;
  variant.network.layers.forEach(({ frozen }, l) => {
    if (frozen) return;
    const { offset, rows, ld } = slab.layers[l].weights;
    const count = rows * ld;
    if (l1 > 0) penalty += l1 * kernels.abs_sum(offset, count);
    if (l2 > 0) penalty += l2 * kernels.square_sum(offset, count);
  });
  return penalty;
}
