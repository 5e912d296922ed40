import type { ActivationName, LossName, OptimizerConfig } from '../../src/config/types.js';
import type { Dataset, Rows } from '../../src/data/dataset.js';
import { NO_ROWS } from '../../src/data/dataset.js';
import type { Network } from '../../src/plan/network.js';
import type { Variant } from '../../src/plan/trial.js';

interface Samples {
  x: number[][];
  y: number[][] | number[];
}

/** What the two formats share; see the README of the fixtures. */
export interface Fixture {
  format: 'mlp-train-fixture/1' | 'mlp-gradient-fixture/1';
  name: string;
  task: 'regression' | 'binary' | 'multiclass';
  architecture: {
    inputs: number;
    layers: { units: number; activation: string; params?: Record<string, number> }[];
  };
  loss: { type: string };
  regularization: { l1_penalty: number; l2_penalty: number };
  initial: { weights: number[][][]; biases: number[][] };
  expected: { float64: Record<string, unknown> };
  optimizer?: Record<string, number | boolean | string | number[]>;
  batch_size?: number;
  epochs?: number;
  train?: Samples;
  test?: Samples | null;
  x?: number[][];
  y?: Samples['y'];
}

/** A fixture as a variant and a dataset, or the vocabulary that it needs and we lack. */
export type Translation =
  | { variant: Variant; dataset: Dataset; missing: [] }
  | { missing: [string, ...string[]] };

const ACTIVATIONS: Record<string, ActivationName> = {
  linear: 'linear',
  relu: 'relu',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
};

const LOSSES: Record<string, LossName> = {
  mse: 'mse',
  softmax_cross_entropy: 'softmax-cross-entropy',
};

export function translate(fixture: Fixture): Translation {
  const optimizer = translateOptimizer(fixture.optimizer);
  const missing = [
    ...fixture.architecture.layers
      .filter(({ activation }) => !(activation in ACTIVATIONS))
      .map(({ activation }) => `activation ${activation}`),
    ...(fixture.loss.type in LOSSES ? [] : [`loss ${fixture.loss.type}`]),
    ...(typeof optimizer === 'string' ? [optimizer] : []),
    ...(fixture.regularization.l1_penalty ? ['L1 penalty'] : []),
    ...(fixture.regularization.l2_penalty ? ['L2 penalty'] : []),
  ];
  if (missing.length > 0) return { missing: [...new Set(missing)] as [string, ...string[]] };
  return { ...build(fixture, optimizer as OptimizerConfig), missing: [] };
}

function build(fixture: Fixture, optimizer: OptimizerConfig) {
  const { inputs, layers } = fixture.architecture;
  const network: Network = {
    id: fixture.name,
    inputs,
    layers: layers.map(({ units, activation }) => ({
      units,
      activation: ACTIVATIONS[activation],
      params: {},
      bias: true,
      frozen: false,
      dropout: 0,
      init: 'torch',
    })),
  };
  const train = toRows(fixture.train ?? { x: fixture.x!, y: fixture.y! });
  const variant: Variant = {
    id: fixture.name,
    network,
    training: {
      epochs: fixture.epochs ?? 1,
      batchSize: fixture.batch_size ?? train.rows,
      shuffle: false,
      loss: LOSSES[fixture.loss.type],
      optimizer,
    },
    hyper: {},
  };
  const dataset: Dataset = {
    id: fixture.name,
    kind: 'fixture',
    seed: 0,
    inputs,
    outputs: fixture.task === 'multiclass' ? 1 : layers[layers.length - 1].units,
    train,
    validation: NO_ROWS,
    test: fixture.test ? toRows(fixture.test) : NO_ROWS,
  };
  return { variant, dataset };
}

function toRows({ x, y }: Samples): Rows {
  return { rows: x.length, x: Float32Array.from(x.flat()), y: Float32Array.from(y.flat()) };
}

/** An optimizer of ours, or what we lack. A gradient fixture has none. */
function translateOptimizer(optimizer: Fixture['optimizer']): OptimizerConfig | string {
  if (!optimizer) return { name: 'sgd', learningRate: 0 };
  if (optimizer.weight_decay) return 'weight decay';
  const learningRate = optimizer.lr as number;
  if (optimizer.type === 'sgd' && !optimizer.nesterov && !optimizer.dampening) {
    const momentum = optimizer.momentum as number;
    return momentum === 0
      ? { name: 'sgd', learningRate }
      : { name: 'momentum', learningRate, momentum };
  }
  if (optimizer.type === 'adam' && !optimizer.amsgrad) {
    const [beta1, beta2] = optimizer.betas as number[];
    return { name: 'adam', learningRate, beta1, beta2, epsilon: optimizer.eps as number };
  }
  return `optimizer ${optimizer.nesterov ? 'sgd with nesterov' : optimizer.type}`;
}
