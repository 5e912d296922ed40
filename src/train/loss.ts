import type { LossName } from '../config/types.js';
import type { Kernels } from '../kernels/contract.js';
import type { Operand, Operation } from './operation.js';

/** How a loss is differentiated and measured. Outputs are m × n (units × samples), targets
 * `targets(m)` × n. */
export interface Loss {
  /** Target rows for so many output units. */
  targets(outputs: number): number;
  /** ∂loss/∂output of a minibatch of n samples. */
  delta(d: Operand, o: Operand, y: Operand, m: number, n: number): Operation;
  /** The loss of n samples before division, float64. */
  sum(kernels: Kernels, o: Operand, y: Operand, m: number, n: number): number;
  /** What a sum over so many samples is divided by. */
  divisor(outputs: number, samples: number): number;
}

export const LOSSES: Record<LossName, Loss> = {
  /** Mean over samples and outputs of (o − y)². */
  mse: {
    targets: (outputs) => outputs,
    delta: (d, o, y, m, n) => ({ kernel: 'mse_delta', d, o, y, m, n, scale: 2 / (m * n) }),
    sum: (kernels, o, y, m, n) => kernels.mse_sum(o.at, o.ld, y.at, y.ld, m, n),
    divisor: (outputs, samples) => outputs * samples,
  },
  /** Mean over samples of −log softmax(o) at the class that the one target row names. */
  'softmax-cross-entropy': {
    targets: () => 1,
    delta: (d, o, { at: y }, m, n) => ({
      kernel: 'softmax_cross_entropy_delta',
      d,
      o,
      y,
      m,
      n,
      scale: 1 / n,
    }),
    sum: (kernels, o, y, m, n) => kernels.softmax_cross_entropy_sum(o.at, o.ld, y.at, m, n),
    divisor: (_outputs, samples) => samples,
  },
};
