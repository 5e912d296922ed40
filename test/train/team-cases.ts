import { OPTIMIZER_DEFAULTS as D } from '../../src/config/training-defaults.js';
import type { HiddenLayerConfig } from '../../src/config/types.js';
import type { Dataset } from '../../src/data/dataset.js';
import { fanIn, type Network } from '../../src/plan/network.js';
import type { Variant, VariantTraining } from '../../src/plan/trial.js';
import type { InitialParameters } from '../../src/train/parameters.js';
import type { JobOptions } from '../job.js';
import { networkOf, type Style, variantOf } from '../variant.js';
import { datasetOf } from './runs.js';

/** A training whose bits no number of threads may change. */
export interface TeamCase {
  name: string;
  variant: Variant;
  dataset: Dataset;
  options?: Pick<JobOptions, 'shape' | 'initial'>;
}

const IMAGE = { height: 5, width: 4, channels: 2 };
const INPUTS = 40;
const CLASSES = 5;

const AUGMENTATION = { noise: 0, flip: 'none', shift: 0, rotation: 0 } as const;
const MOVED = { ...AUGMENTATION, flip: 'both', shift: 2, rotation: 30 } as const;

interface Settings {
  hidden?: (number | HiddenLayerConfig)[];
  style?: Style;
  training?: Partial<VariantTraining>;
  classes?: boolean;
  /** Whether it starts from parameters that are given. */
  warm?: boolean;
}

/** 77 rows in shuffled batches of 30, the last of 17; 300 test rows are two blocks. */
function teamCase(
  name: string,
  { hidden = [19, 13], style, training, classes = false, warm = false }: Settings,
): TeamCase {
  const outputs = classes ? 1 : 3;
  const sizes = { train: 77, validation: 23, test: 300, inputs: INPUTS, outputs };
  const dataset = datasetOf(classes ? { ...sizes, classes: CLASSES } : sizes);
  const network = networkOf(INPUTS, hidden, classes ? CLASSES : outputs, style);
  const loss = classes ? 'softmax-cross-entropy' : 'mse';
  const variant = variantOf(network, { batchSize: 30, shuffle: true, loss, ...training });
  const shape = { image: IMAGE, ...(classes && { classes: CLASSES, encoding: 'label' as const }) };
  const options = { shape, ...(warm && { initial: givenParameters(network) }) };
  return { name, variant, dataset, options };
}

/** No two alike, all near 0. */
export function givenParameters({ inputs, layers }: Network): InitialParameters {
  const row = (length: number, salt: number) =>
    Array.from({ length }, (_, i) => (((i + salt) * 37) % 101) / 500 - 0.1);
  return {
    weights: layers.map(({ units }, l) =>
      Array.from({ length: units }, (_, i) => row(fanIn(inputs, layers, l), 13 * i + l)),
    ),
    biases: layers.map(({ units }, l) => row(units, 7 + l)),
  };
}

export const TEAM_CASES: readonly TeamCase[] = [
  teamCase('parameters to start from, one layer frozen', {
    hidden: [19, { units: 13, frozen: true }],
    warm: true,
  }),
  teamCase('dropout', { style: { dropout: 0.3 } }),
  teamCase('noise', { training: { augmentation: { ...AUGMENTATION, noise: 0.2 } } }),
  teamCase('images moved', { training: { augmentation: MOVED } }),
  teamCase('clipping by norm', { training: { clip: { name: 'norm', limit: 0.5 } } }),
  teamCase('clipping by value', { training: { clip: { name: 'value', limit: 0.01 } } }),
  teamCase('penalties', { training: { penalty: { l1: 0.01, l2: 0.02 } } }),
  teamCase('decay of weights only', {
    training: {
      optimizer: { ...D.momentum, weightDecay: 0.1, decayBiases: false, dampening: 0.2 },
    },
  }),
  teamCase('a frozen middle layer', {
    hidden: [19, { units: 13, frozen: true }, 7],
    training: { optimizer: D.adam, clip: { name: 'norm', limit: 0.5 } },
  }),
  teamCase('layers without bias', { style: { bias: false, output: { bias: false } } }),
  teamCase('rmsprop', { training: { optimizer: D.rmsprop } }),
  teamCase('rmsprop, centred, with momentum', {
    training: { optimizer: { ...D.rmsprop, centered: true, momentum: 0.5 } },
  }),
  teamCase('adagrad from 0.1', {
    training: { optimizer: { ...D.adagrad, initialAccumulator: 0.1, learningRateDecay: 0.1 } },
  }),
  teamCase('amsgrad', { training: { optimizer: { ...D.adam, amsgrad: true, beta2: 0.5 } } }),
  teamCase('adamw', { training: { optimizer: { ...D.adamw, decayBiases: false } } }),
  teamCase('early stopping', {
    training: {
      epochs: 40,
      optimizer: { ...D.adam, learningRate: 0.03 },
      earlyStopping: { patience: 2, minDelta: 0, monitor: 'validation' },
    },
  }),
  teamCase('early stopping by the training loss, a plateau by that of validation', {
    training: {
      epochs: 40,
      optimizer: { ...D.momentum, learningRate: 0.2 },
      schedule: { name: 'plateau', factor: 0.9, patience: 3, minDelta: 0 },
      earlyStopping: { patience: 5, minDelta: 0, monitor: 'train' },
    },
  }),
  teamCase('a plateau schedule', {
    training: {
      epochs: 12,
      optimizer: D.nesterov,
      schedule: { name: 'plateau', factor: 0.3, patience: 1, minDelta: 0.01 },
    },
  }),
  teamCase('all of it, on classes', {
    classes: true,
    hidden: [
      { units: 19, activation: 'gelu', dropout: 0.1 },
      { units: 13, frozen: true, activation: { name: 'elu', alpha: 0.5 } },
      { units: 11, bias: false, init: { name: 'normal', deviation: 0.2 } },
    ],
    training: {
      epochs: 30,
      optimizer: {
        ...{ ...D.adam, learningRate: 0.05, amsgrad: true },
        ...{ weightDecay: 0.01, decayBiases: false },
      },
      augmentation: { ...MOVED, noise: 0.1 },
      penalty: { l1: 0.001, l2: 0.001 },
      clip: { name: 'norm', limit: 1 },
      schedule: { name: 'cosine', minimum: 0.001 },
      warmup: 2,
      earlyStopping: { patience: 3, minDelta: 0.001, monitor: 'validation' },
    },
  }),
];
