import type { LossConfig } from '../config/types.js';
import type { Kernels } from '../kernels/contract.js';
import type { LossDelta, Operand } from './operation.js';

/** How a loss is differentiated and measured. Outputs are m × n (units × samples), targets
 * `targets(m)` × n. */
export interface Loss {
  /** Target rows for so many output units. */
  targets(outputs: number): number;
  /** ∂loss/∂output of a minibatch of n samples. */
  delta(d: Operand, o: Operand, y: Operand, m: number, n: number): LossDelta;
  /** The loss of n samples before division, float64. */
  sum(kernels: Kernels, o: Operand, y: Operand, m: number, n: number): number;
  /** What a sum over so many samples is divided by. */
  divisor(outputs: number, samples: number): number;
}

const perElement = (outputs: number, samples: number) => outputs * samples;
const perSample = (_outputs: number, samples: number) => samples;
const same = (outputs: number) => outputs;

/** Definitions as in PyTorch; see docs/losses.md. */
export function lossOf(loss: LossConfig): Loss {
  if (typeof loss === 'string') return PLAIN[loss];
  return loss.name === 'huber' ? huber(loss.delta, 1) : huber(loss.beta, loss.beta);
}

/** Σ r²/2 within ±limit, linear beyond; smooth L1 is the same, divided by its beta. */
function huber(limit: number, divisor: number): Loss {
  return {
    targets: same,
    delta: (d, o, y, m, n) => {
      const scale = 1 / (divisor * m * n);
      return { kernel: 'huber_delta', d, o, y, m, n, scale, limit };
    },
    sum: (kernels, o, y, m, n) => kernels.huber_sum(o.at, o.ld, y.at, y.ld, m, n, limit) / divisor,
    divisor: perElement,
  };
}

type PlainLoss = Extract<LossConfig, string>;

const PLAIN: Record<PlainLoss, Loss> = {
  /** Mean over samples and outputs of (o − y)². */
  mse: {
    targets: same,
    delta: (d, o, y, m, n) => ({ kernel: 'mse_delta', d, o, y, m, n, scale: 2 / (m * n) }),
    sum: (kernels, o, y, m, n) => kernels.mse_sum(o.at, o.ld, y.at, y.ld, m, n),
    divisor: perElement,
  },
  /** ½ Σ (o − y)², no mean: the quadratic cost of the lectures. */
  'half-sse': {
    targets: same,
    delta: (d, o, y, m, n) => ({ kernel: 'mse_delta', d, o, y, m, n, scale: 1 }),
    sum: (kernels, o, y, m, n) => kernels.mse_sum(o.at, o.ld, y.at, y.ld, m, n) / 2,
    divisor: () => 1,
  },
  /** Mean of |o − y|. */
  l1: {
    targets: same,
    delta: (d, o, y, m, n) => ({ kernel: 'l1_delta', d, o, y, m, n, scale: 1 / (m * n) }),
    sum: (kernels, o, y, m, n) => kernels.l1_sum(o.at, o.ld, y.at, y.ld, m, n),
    divisor: perElement,
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
    divisor: perSample,
  },
  /** Mean over samples and outputs of −y log σ(o) − (1 − y) log(1 − σ(o)). */
  'binary-cross-entropy': {
    targets: same,
    delta: (d, o, y, m, n) => {
      const scale = 1 / (m * n);
      return { kernel: 'binary_cross_entropy_delta', d, o, y, m, n, scale };
    },
    sum: (kernels, o, y, m, n) => kernels.binary_cross_entropy_sum(o.at, o.ld, y.at, y.ld, m, n),
    divisor: perElement,
  },
  /** Mean over samples of Σ y (log y − log softmax(o)). */
  'kl-divergence': {
    targets: same,
    delta: (d, o, y, m, n) => ({ kernel: 'kl_divergence_delta', d, o, y, m, n, scale: 1 / n }),
    sum: (kernels, o, y, m, n) => kernels.kl_divergence_sum(o.at, o.ld, y.at, y.ld, m, n),
    divisor: perSample,
  },
};
