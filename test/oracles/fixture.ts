import type { OptimizerConfig, Samples, TrainingInput } from '../../src/entries/train.js';

/** What the two formats share; see the README of the fixtures. */
export interface Fixture {
  format: 'mlp-train-fixture/1' | 'mlp-gradient-fixture/1';
  name: string;
  task: 'regression' | 'binary' | 'multiclass';
  architecture: {
    inputs: number;
    layers: { units: number; activation: string; params?: Record<string, number> }[];
  };
  loss: { type: string; delta?: number; beta?: number };
  regularization: { l1_penalty: number; l2_penalty: number };
  initial: { weights: number[][][]; biases: number[][] };
  expected: { float64: Record<string, unknown> };
  optimizer?: Record<string, number | boolean | string | number[]>;
  batch_size?: number;
  epochs?: number;
  train?: FixtureSamples;
  test?: FixtureSamples | null;
  x?: number[][];
  y?: FixtureSamples['y'];
}

interface FixtureSamples {
  x: number[][];
  y: number[][] | number[];
}

/** A fixture in the words of `lanewise/train`. */
export function translate(fixture: Fixture): Omit<TrainingInput, 'kernels'> {
  const { loss, regularization, initial } = fixture;
  const layers = fixture.architecture.layers.map(({ units, activation, params }) => ({
    units,
    activation: named(ACTIVATIONS[activation] ?? unknown(activation), params ?? {}),
  }));
  const train = fixture.train ?? { x: fixture.x!, y: fixture.y! };
  const { type, ...parameters } = loss;
  const output = layers[layers.length - 1];
  return {
    network: { hidden: layers.slice(0, -1), output: { activation: output.activation } },
    data: {
      train: samples(train),
      ...(fixture.test && { test: samples(fixture.test) }),
      ...(fixture.task === 'binary' && { encoding: 'binary' }),
    },
    training: {
      epochs: fixture.epochs ?? 1,
      batchSize: fixture.batch_size ?? train.x.length,
      loss: named(LOSSES[type] ?? unknown(type), parameters),
      optimizer: optimizerOf(fixture.optimizer),
      penalty: { l1: regularization.l1_penalty, l2: regularization.l2_penalty },
    },
    initial,
  } as unknown as Omit<TrainingInput, 'kernels'>;
}

const ACTIVATIONS: Record<string, string> = {
  linear: 'linear',
  relu: 'relu',
  leaky_relu: 'leaky-relu',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  gelu_erf: 'gelu',
  gelu_tanh: 'gelu-tanh',
  silu: 'silu',
  softplus: 'softplus',
  elu: 'elu',
};

const LOSSES: Record<string, string> = {
  mse: 'mse',
  half_sse: 'half-sse',
  l1: 'l1',
  huber: 'huber',
  smooth_l1: 'smooth-l1',
  softmax_cross_entropy: 'softmax-cross-entropy',
  bce_with_logits: 'binary-cross-entropy',
};

function named(name: string, parameters: object) {
  return Object.keys(parameters).length > 0 ? { name, ...parameters } : name;
}

/** Class indices become a column of labels. */
function samples({ x, y }: FixtureSamples): Samples {
  return { x, y: y.map((row) => (typeof row === 'number' ? [row] : row)) };
}

/** A gradient fixture has none. */
function optimizerOf(optimizer: Fixture['optimizer']): OptimizerConfig | 'sgd' {
  if (!optimizer) return 'sgd';
  const { type, lr, weight_decay, weight_decay_applies_to, ...rest } = optimizer;
  const shared = {
    learningRate: lr,
    weightDecay: weight_decay,
    decayBiases: weight_decay_applies_to === 'weights_and_biases',
  };
  return { ...shared, ...methodOf(String(type), rest) } as unknown as OptimizerConfig;
}

function methodOf(type: string, options: Record<string, unknown>): object {
  const { momentum, dampening, nesterov, eps: epsilon, betas, amsgrad } = options;
  switch (type) {
    case 'sgd':
      if (momentum === 0) return { name: 'sgd' };
      return nesterov ? { name: 'nesterov', momentum } : { name: 'momentum', momentum, dampening };
    case 'adagrad':
      return {
        name: 'adagrad',
        epsilon,
        learningRateDecay: options.lr_decay,
        initialAccumulator: options.initial_accumulator_value,
      };
    case 'adadelta':
      return { name: 'adadelta', rho: options.rho, epsilon };
    case 'rmsprop':
      return {
        name: 'rmsprop',
        alpha: options.alpha,
        epsilon,
        momentum,
        centered: options.centered,
      };
    case 'adam':
    case 'adamw': {
      const [beta1, beta2] = betas as number[];
      return { name: type, beta1, beta2, epsilon, amsgrad };
    }
    default:
      return unknown(type);
  }
}

function unknown(name: string): never {
  throw new Error(`the vocabulary lacks ${name}`);
}
