import type { OptimizerConfig } from '../config/types.js';
import type { SlabLayout } from '../memory/slab.js';
import { optimizerParts, type Part } from '../plan/optimizer.js';
import type { Operation, Range } from './operation.js';
import type { StepState } from './step-state.js';

/** The floats that are trained: of all layers' weights and biases, and of the weights alone. */
export interface Trained {
  all: readonly Range[];
  weights: readonly Range[];
}

/** Where parameters, gradients and the tensors of state lie, float by float alike. */
export type Blocks = Pick<SlabLayout, 'parameters' | 'gradients' | 'state'>;

/** The update of the parameters, part by part. */
export function updateOperations(
  optimizer: OptimizerConfig,
  { parameters, gradients, state }: Blocks,
  { all, weights }: Trained,
): Operation[] {
  let taken = 0;
  return optimizerParts(optimizer).flatMap((part) => {
    const tensors = state.slice(taken, taken + part.init.length);
    taken += part.init.length;
    const ranges = 'biases' in part && !part.biases ? weights : all;
    return ranges.map((range): Operation => {
      const at = (block: number) => block + 4 * range.from;
      const update = { ...range, p: at(parameters), g: at(gradients) };
      return operationOf(part, update, tensors.map(at));
    });
  });
}

function operationOf(
  part: Part,
  update: Range & { p: number; g: number },
  state: readonly number[],
): Operation {
  const { p, g, ...range } = update;
  switch (part.part) {
    case 'decay':
      return { kernel: 'add_scaled', ...update, factor: part.factor };
    case 'shrink':
      return { kernel: 'scale', ...range, a: p, by: 'shrink' };
    case 'dampen':
      return { kernel: 'scale', ...range, a: g, by: 'dampen' };
    case 'adagrad':
      return { kernel: 'adagrad_scale', ...range, g, v: state[0], epsilon: part.epsilon };
    case 'adadelta': {
      const [v, d] = state;
      return { kernel: 'adadelta_scale', ...range, g, v, d, rho: part.rho, epsilon: part.epsilon };
    }
    case 'rms': {
      const { alpha, epsilon, centered } = part;
      const [v, c] = state;
      return centered
        ? { kernel: 'rms_scale_centered', ...range, g, v, c, alpha, epsilon }
        : { kernel: 'rms_scale', ...range, g, v, alpha, epsilon };
    }
    case 'descend':
      return { kernel: 'sgd_update', ...update };
    case 'momentum': {
      const kernel = part.nesterov ? 'nesterov_update' : 'momentum_update';
      return { kernel, ...update, v: state[0], momentum: part.momentum };
    }
    case 'adam': {
      const { beta1, beta2, epsilon, amsgrad } = part;
      const [m, v, w] = state;
      const adam = { ...update, m, v, beta1, beta2, epsilon };
      return amsgrad
        ? { kernel: 'amsgrad_update', ...adam, w }
        : { kernel: 'adam_update', ...adam };
    }
  }
}

/**
 * Advances the step state by one update: called before every step with the learning rate of the
 * epoch. Powers of beta are running products, float64: their bits do not depend on an engine's
 * `pow`.
 */
export function createAdvance(
  optimizer: OptimizerConfig,
  state: StepState,
): (learningRate: number) => void {
  const advances = optimizerParts(optimizer).map((part) => advanceOf(part, state));
  return (learningRate) => {
    state.update++;
    state.learningRate = learningRate;
    for (let i = 0; i < advances.length; i++) advances[i](learningRate);
  };
}

function advanceOf(part: Part, state: StepState): (learningRate: number) => void {
  switch (part.part) {
    case 'shrink':
      return (learningRate) => {
        state.shrink = 1 - learningRate * part.factor;
      };
    // As in PyTorch, the first gradient enters the velocity whole.
    case 'dampen':
      return () => {
        state.dampen = state.update === 0 ? 1 : 1 - part.by;
      };
    case 'descend':
      return (learningRate) => {
        state.learningRate = learningRate / (1 + state.update * part.learningRateDecay);
      };
    case 'adam': {
      let power1 = 1;
      let power2 = 1;
      return (learningRate) => {
        power1 *= part.beta1;
        power2 *= part.beta2;
        state.stepSize = learningRate / (1 - power1);
        state.rootScale = 1 / Math.sqrt(1 - power2);
      };
    }
    default:
      return () => {};
  }
}
