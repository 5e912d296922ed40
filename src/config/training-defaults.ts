import type {
  ActivationName,
  AugmentationConfig,
  ClipConfig,
  EarlyStoppingConfig,
  InitName,
  LossName,
  NameOf,
  NetworksConfig,
  OptimizerConfig,
  ScheduleConfig,
  TrainingConfig,
} from './types.js';

const STEPPING = { learningRate: 0.01, weightDecay: 0, decayBiases: true };
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, amsgrad: false };

/** What every optimizer starts from; naming another one takes that one's values. */
export const OPTIMIZER_DEFAULTS: {
  [N in OptimizerConfig['name']]: Extract<OptimizerConfig, { name: N }>;
} = {
  sgd: { name: 'sgd', ...STEPPING },
  momentum: { name: 'momentum', ...STEPPING, momentum: 0.9, dampening: 0 },
  nesterov: { name: 'nesterov', ...STEPPING, momentum: 0.9 },
  adagrad: {
    name: 'adagrad',
    ...STEPPING,
    epsilon: 1e-10,
    learningRateDecay: 0,
    initialAccumulator: 0,
  },
  adadelta: { name: 'adadelta', ...STEPPING, learningRate: 1, rho: 0.9, epsilon: 1e-6 },
  rmsprop: {
    name: 'rmsprop',
    ...STEPPING,
    alpha: 0.99,
    epsilon: 1e-8,
    momentum: 0,
    centered: false,
  },
  adam: { name: 'adam', ...STEPPING, ...ADAM },
  adamw: { name: 'adamw', ...STEPPING, ...ADAM, weightDecay: 0.01 },
};

/** The parameters that come with a name. */
type Parameters<N extends string> = Record<N, Readonly<Record<string, number>>>;

export const ACTIVATION_DEFAULTS: Parameters<ActivationName> = {
  linear: {},
  relu: {},
  'leaky-relu': { slope: 0.01 },
  sigmoid: {},
  tanh: {},
  gelu: {},
  'gelu-tanh': {},
  silu: {},
  softplus: {},
  elu: { alpha: 1 },
  softmax: {},
};

export const INIT_DEFAULTS: Parameters<InitName> = {
  torch: {},
  'glorot-uniform': {},
  'glorot-normal': {},
  'he-uniform': {},
  'he-normal': {},
  zeros: {},
  uniform: { bound: 0.1 },
  normal: { deviation: 1 },
  'random-features': { deviation: 1, bound: 1 },
};

export const LOSS_DEFAULTS: Parameters<LossName> = {
  mse: {},
  'half-sse': {},
  l1: {},
  huber: { delta: 1 },
  'smooth-l1': { beta: 1 },
  'softmax-cross-entropy': {},
  'binary-cross-entropy': {},
  'kl-divergence': {},
};

export const SCHEDULE_DEFAULTS: Parameters<NameOf<ScheduleConfig>> = {
  constant: {},
  step: { every: 30, factor: 0.1 },
  exponential: { factor: 0.9 },
  cosine: { minimum: 0 },
  plateau: { factor: 0.1, patience: 10, minDelta: 0 },
};

export const CLIP_DEFAULTS: Parameters<NameOf<ClipConfig>> = {
  none: {},
  norm: { limit: 1 },
  value: { limit: 1 },
};

export const EARLY_STOPPING_DEFAULTS: Exclude<EarlyStoppingConfig, 'none'> = {
  patience: 10,
  minDelta: 0,
  monitor: 'validation',
};

const AUGMENTATION_DEFAULTS: AugmentationConfig = {
  noise: 0,
  flip: 'none',
  shift: 0,
  rotation: 0,
};

export const NETWORKS_DEFAULTS: NetworksConfig = {
  hidden: [[2], [3], [5], [8], [20], [50], [83], [167], [400], [2000]],
  activation: 'relu',
  init: 'torch',
  dropout: 0,
  bias: true,
  output: { activation: 'linear', bias: true, frozen: false },
};

export const TRAINING_DEFAULTS: TrainingConfig & { batchSize: number } = {
  epochs: 25,
  batchSize: 100,
  shuffle: false,
  loss: 'mse',
  optimizer: OPTIMIZER_DEFAULTS.adam,
  schedule: 'constant',
  warmup: 0,
  penalty: { l1: 0, l2: 0 },
  clip: 'none',
  earlyStopping: 'none',
  augmentation: AUGMENTATION_DEFAULTS,
};
