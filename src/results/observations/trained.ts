import type { OptimizerConfig, SweepConfig } from '../../config/types.js';
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
  const { trainRows, testRows } = datasets[0] ?? { trainRows: 0, testRows: 0 };
  return {
    kind: 'trained',
    text:
      `${counted(networks.length, 'network')} with ${sizes} (${ids}), ` +
      `${counted(seeds, 'seed')}${networks.length === 1 ? '' : ' each'}: ` +
      `${counted(runs.length, 'run')} of ${counted(training.epochs, 'epoch')} ` +
      `with ${optimizer(training.optimizer)} on ${grouped(trainRows)} training ` +
      `and ${grouped(testRows)} test samples.`,
    evidence: {
      networks: networks.length,
      params: [smallest.params, largest.params],
      seeds,
      runs: runs.length,
      epochs: training.epochs,
      optimizer: training.optimizer.name,
      trainRows,
      testRows,
    },
  };
}

const OPTIMIZER_NAMES: Record<string, string> = {
  sgd: 'SGD',
  momentum: 'SGD with momentum',
  adam: 'Adam',
};

function optimizer(config: OptimizerConfig): string {
  const name = OPTIMIZER_NAMES[config.name] ?? config.name;
  return `${name} (learning rate ${setting(config.learningRate)})`;
}
