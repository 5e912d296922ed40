import type { OptimizerConfig, SweepConfig, TrainingConfig } from '../../config/types.js';
import { foldsIn } from '../measured.js';
import { sampleWords } from '../sample-words.js';
import type { Observation, Results } from '../schema.js';
import { settingsIn, type VariedAxis, variedAxes } from '../varied.js';
import { counted, grouped, listed, setting } from '../wording.js';

/** What the sweep set out to train: networks, sizes, seeds, samples, epochs, optimizer. */
export function trained(results: Omit<Results, 'observations'>): Observation {
  const { networks, runs, datasets } = results;
  const { seeds } = results.config as unknown as SweepConfig;
  const trainings = settingsIn(results).map(({ config }) => config.training);
  const epochs = trainings.map((training) => training.epochs);
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
  const most = trainings.every(({ earlyStopping }) => earlyStopping === 'none') ? '' : 'at most ';
  const axes = variedAxes(results);
  return {
    kind: 'trained',
    text:
      `${counted(networks.length, 'network')} with ${sizes} (${ids}), ` +
      `${counted(seeds, 'seed')}${folds === 0 ? '' : ` of ${counted(folds, 'fold')}`}` +
      `${networks.length === 1 ? '' : ' each'}: ` +
      `${counted(runs.length, 'run')} ${methodWords(trainings, most)} on ${sampleWords(datasets)}.` +
      (axes.length === 0 ? '' : ` Varied: ${axes.map(axisWords).join('; ')}.`),
    evidence: {
      networks: networks.length,
      params: [smallest.params, largest.params],
      seeds,
      ...(folds > 0 && { folds }),
      runs: runs.length,
      epochs: epochs[0],
      ...(trainings[0].method
        ? { method: trainings[0].method }
        : { optimizer: trainings[0].optimizer.name }),
      ...(axes.length > 0 && {
        settings: trainings.length,
        varied: Object.fromEntries(axes.map(({ name, values }) => [name, values])),
      }),
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

/** `of 25 epochs with Adam (learning rate 0.01)`, or that the output layers are solved for. */
function methodWords(trainings: readonly TrainingConfig[], most: string): string {
  const stepped = trainings.filter(({ method }) => method !== 'least-squares');
  const epochs = stepped.map((training) => training.epochs);
  const steps = `of ${most}${range(epochs)} epoch${epochs.every((n) => n === 1) ? '' : 's'} with ${optimizers(stepped)}`;
  const solved = 'with the output layer solved by least squares';
  if (stepped.length === trainings.length) return steps;
  return stepped.length === 0 ? solved : `${steps}, or ${solved},`;
}

/** `Adam (learning rate 0.01)`; of several, their names and the range of rates. */
function optimizers(trainings: readonly TrainingConfig[]): string {
  const names = [...new Set(trainings.map(({ optimizer }) => OPTIMIZER_NAMES[optimizer.name]))];
  const rates = trainings.map(({ optimizer }) => optimizer.learningRate);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const rate = low === high ? setting(low) : `${setting(low)} to ${setting(high)}`;
  return `${listed(names, names.length)} (learning rate ${rate})`;
}

function range(counts: readonly number[]): string {
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`;
}

/** `learningRate 0.001 to 1 (4 values)`, `optimizer sgd, adam`. */
function axisWords({ name, values }: VariedAxis): string {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length || values.length < 4) return `${name} ${values.join(', ')}`;
  return `${name} ${Math.min(...numbers)} to ${Math.max(...numbers)} (${values.length} values)`;
}
