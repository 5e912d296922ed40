import type { OptimizerConfig } from '../config/types.js';
import type { SlabLayout } from '../memory/slab.js';
import type { Operation, StepState } from './operation.js';

/** A run of consecutive floats of the parameter block that is trained. */
export interface Range {
  /** First float and number of floats. */
  from: number;
  count: number;
}

/** The update of one range of parameters. */
export function updateOperation(
  optimizer: OptimizerConfig,
  { parameters, gradients, state }: SlabLayout,
  { from, count }: Range,
): Operation {
  const at = (block: number) => block + 4 * from;
  const p = at(parameters);
  const g = at(gradients);
  switch (optimizer.name) {
    case 'sgd':
      return { kernel: 'sgd_update', p, g, count };
    case 'momentum':
      return {
        kernel: 'momentum_update',
        p,
        g,
        v: at(state[0]),
        count,
        momentum: optimizer.momentum,
      };
    case 'adam': {
      const { beta1, beta2, epsilon } = optimizer;
      const [m, v] = [at(state[0]), at(state[1])];
      return { kernel: 'adam_update', p, g, m, v, count, beta1, beta2, epsilon };
    }
  }
}

/**
 * Advances the step state by one update: called before every step. Powers of beta are running
 * products, float64: their bits do not depend on an engine's `pow`.
 */
export function createSchedule(optimizer: OptimizerConfig, state: StepState): () => void {
  state.learningRate = optimizer.learningRate;
  if (optimizer.name !== 'adam') return () => {};
  const { learningRate, beta1, beta2 } = optimizer;
  let power1 = 1;
  let power2 = 1;
  return () => {
    power1 *= beta1;
    power2 *= beta2;
    state.stepSize = learningRate / (1 - power1);
    state.rootScale = 1 / Math.sqrt(1 - power2);
  };
}
