import type { OptimizerConfig, SweepConfig } from '../../config/types.js';
import { foldsIn } from '../measured.js';
import { sampleWords } from '../sample-words.js';
import type { Observation, Results } from '../schema.js';
import { counted, grouped, setting } from '../wording.js';

/** What the sweep set out to train: networks, sizes, seeds, samples, epochs, optimizer. */
export function trained(results: Omit<Results, 'observations'>): Observation {
  const { networks, runs, datasets } = results;
  const { training, seeds } = results.config as unknown as SweepConfig;
  const byParams = [...networks].sort((a, b) => a.params - b.params);
  const smallest = byParams[0];
  const largest = byParams[byParams.length - 1];
  const sizes =
    smallest.params === largest.params
      ? `${grouped(smallest.params)} parameters`
      : `${grouped(smallest.params)} to ${grouped(largest.params)} parameters`;
  const ids = smallest === largest ? smallest.id : `${smallest.id} to ${largest.id}`;
  const folds = foldsIn(results);
  const { trainRows, validationRows, testRows } = datasets[0] ?? NO_ROWS;
  const most = training.earlyStopping === 'none' ? '' : 'at most ';
  return {
    kind: 'trained',
    text:
      `${counted(networks.length, 'network')} with ${sizes} (${ids}), ` +
      `${counted(seeds, 'seed')}${folds === 0 ? '' : ` of ${counted(folds, 'fold')}`}` +
      `${networks.length === 1 ? '' : ' each'}: ` +
      `${counted(runs.length, 'run')} of ${most}${counted(training.epochs, 'epoch')} ` +
      `with ${optimizer(training.optimizer)} on ${sampleWords(datasets)}.`,
    evidence: {
      networks: networks.length,
      params: [smallest.params, largest.params],
      seeds,
      ...(folds > 0 && { folds }),
      runs: runs.length,
      epochs: training.epochs,
      optimizer: training.optimizer.name,
      trainRows,
      ...(validationRows > 0 && { validationRows }),
      testRows,
    },
  };
}

const NO_ROWS = { trainRows: 0, validationRows: 0, testRows: 0 };

const OPTIMIZER_NAMES: Record<OptimizerConfig['name'], string> = {
  sgd: 'SGD',
  momentum: 'SGD with momentum',
  nesterov: 'SGD with Nesterov momentum',
  adagrad: 'Adagrad',
  adadelta: 'Adadelta',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
};

function optimizer({ name, learningRate }: OptimizerConfig): string {
  return `${OPTIMIZER_NAMES[name]} (learning rate ${setting(learningRate)})`;
}
