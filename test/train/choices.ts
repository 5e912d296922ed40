/** One of every choice that the vocabulary offers, with parameters of its own where it has some. */
import {
  ACTIVATION_DEFAULTS,
  LOSS_DEFAULTS,
  OPTIMIZER_DEFAULTS,
} from '../../src/config/training-defaults.js';
import type { ActivationConfig, LossConfig, OptimizerConfig } from '../../src/config/types.js';

export const ACTIVATIONS: ActivationConfig[] = [
  ...(Object.keys(ACTIVATION_DEFAULTS) as Extract<ActivationConfig, string>[]).filter(
    (name) => !['leaky-relu', 'elu'].includes(name),
  ),
  { name: 'leaky-relu', slope: 0.2 },
  { name: 'elu', alpha: 0.7 },
];

export const LOSSES: LossConfig[] = [
  ...(Object.keys(LOSS_DEFAULTS) as Extract<LossConfig, string>[]).filter(
    (name) => !['huber', 'smooth-l1'].includes(name),
  ),
  { name: 'huber', delta: 0.5 },
  { name: 'smooth-l1', beta: 0.5 },
];

const D = OPTIMIZER_DEFAULTS;
export const OPTIMIZERS: [string, OptimizerConfig][] = [
  ...Object.values(D).map((each): [string, OptimizerConfig] => [each.name, each]),
  ['momentum with dampening', { ...D.momentum, dampening: 0.3 }],
  ['adagrad from 0.1, decaying', { ...D.adagrad, initialAccumulator: 0.1, learningRateDecay: 0.2 }],
  ['adadelta with rho 0.7', { ...D.adadelta, rho: 0.7, epsilon: 1e-4 }],
  ['rmsprop, centred', { ...D.rmsprop, centered: true, alpha: 0.9, epsilon: 1e-3 }],
  ['rmsprop with momentum', { ...D.rmsprop, momentum: 0.6, epsilon: 1e-4 }],
  ['rmsprop with both', { ...D.rmsprop, centered: true, momentum: 0.6, alpha: 0.9, epsilon: 1e-3 }],
  ['amsgrad', { ...D.adam, amsgrad: true, beta1: 0.5, beta2: 0.6 }],
  ['adamw as amsgrad', { ...D.adamw, amsgrad: true, beta2: 0.6, weightDecay: 0.3 }],
];
