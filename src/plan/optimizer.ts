import type { OptimizerConfig } from '../config/types.js';

/**
 * What optimizers are composed of, in the order in which it is applied. Every part brings tensors
 * of state, one entry of `init` each: what all its elements start from.
 */
export type Part = { init: readonly number[] } & (
  | { part: 'decay'; factor: number; biases: boolean }
  | { part: 'shrink'; factor: number; biases: boolean }
  | { part: 'dampen'; by: number }
  | { part: 'adagrad'; epsilon: number }
  | { part: 'adadelta'; rho: number; epsilon: number }
  | { part: 'rms'; alpha: number; epsilon: number; centered: boolean }
  | { part: 'descend'; learningRateDecay: number }
  | { part: 'momentum'; momentum: number; nesterov: boolean }
  | { part: 'adam'; beta1: number; beta2: number; epsilon: number; amsgrad: boolean }
);

const DESCEND: Part = { part: 'descend', learningRateDecay: 0, init: [] };

/** The parts of an optimizer. Definitions as in PyTorch; see docs/optimizers.md. */
export function optimizerParts(optimizer: OptimizerConfig): Part[] {
  return [...decay(optimizer), ...method(optimizer)];
}

function decay({ name, weightDecay: factor, decayBiases: biases }: OptimizerConfig): Part[] {
  if (factor === 0) return [];
  return [{ part: name === 'adamw' ? 'shrink' : 'decay', factor, biases, init: [] }];
}

function method(optimizer: OptimizerConfig): Part[] {
  switch (optimizer.name) {
    case 'sgd':
      return [DESCEND];
    case 'momentum': {
      const { momentum, dampening } = optimizer;
      const heavyBall: Part = { part: 'momentum', momentum, nesterov: false, init: [0] };
      return dampening > 0 ? [{ part: 'dampen', by: dampening, init: [] }, heavyBall] : [heavyBall];
    }
    case 'nesterov':
      return [{ part: 'momentum', momentum: optimizer.momentum, nesterov: true, init: [0] }];
    case 'adagrad': {
      const { epsilon, initialAccumulator, learningRateDecay } = optimizer;
      return [
        { part: 'adagrad', epsilon, init: [initialAccumulator] },
        { part: 'descend', learningRateDecay, init: [] },
      ];
    }
    case 'adadelta': {
      const { rho, epsilon } = optimizer;
      return [{ part: 'adadelta', rho, epsilon, init: [0, 0] }, DESCEND];
    }
    case 'rmsprop': {
      const { alpha, epsilon, centered, momentum } = optimizer;
      const scaling: Part = {
        part: 'rms',
        alpha,
        epsilon,
        centered,
        init: centered ? [0, 0] : [0],
      };
      return momentum > 0
        ? [scaling, { part: 'momentum', momentum, nesterov: false, init: [0] }]
        : [scaling, DESCEND];
    }
    case 'adam':
    case 'adamw': {
      const { beta1, beta2, epsilon, amsgrad } = optimizer;
      const init = amsgrad ? [0, 0, 0] : [0, 0];
      return [{ part: 'adam', beta1, beta2, epsilon, amsgrad, init }];
    }
  }
}

/** What every element of each of its state tensors starts from. */
export function initialState(optimizer: OptimizerConfig): number[] {
  return optimizerParts(optimizer).flatMap(({ init }) => init);
}
