import type { Results } from '../../src/results/schema.js';
import { classResults } from '../results/class-sample.js';
import { ASSIGNMENT, diverged, failed, sampleResults } from '../results/sample.js';
import {
  drawnResults,
  gridResults,
  listResults,
  ratesResults,
  variedResults,
} from '../results/varied-sample.js';

/** Sweeps that a figure must survive, by what is special about them. */
export const SWEEPS: Readonly<Record<string, () => Results>> = {
  'the default sweep': () => sampleResults(),
  'one network, one seed, one epoch': () =>
    sampleResults({ seeds: 1, epochs: 1, networks: ASSIGNMENT.slice(2, 3) }),
  'forty networks': () =>
    sampleResults({
      seeds: 3,
      networks: Array.from({ length: 40 }, (_, at) => ({
        hidden: [at + 1],
        train: 1 / (at + 1),
        test: 200 - at,
      })),
    }),
  'some runs diverged or failed': () =>
    sampleResults({
      seeds: 6,
      change: (run, at) =>
        at < 6 || at % 7 === 0 ? diverged(run) : at % 13 === 0 ? failed(run) : run,
    }),
  'every run diverged': () => sampleResults({ seeds: 2, change: diverged }),
  'every run failed': () => sampleResults({ seeds: 2, change: failed }),
  'losses of zero': () =>
    sampleResults({
      networks: [
        { hidden: [2], train: 0, test: 3 },
        { hidden: [5], train: 1, test: 0 },
      ],
    }),
  'losses over many decades': () =>
    sampleResults({
      networks: [
        { hidden: [2], train: 1e-28, test: 3e6 },
        { hidden: [5], train: 1e-3, test: 2e9 },
      ],
    }),
  'losses that hardly differ': () =>
    sampleResults({
      seeds: 1,
      references: [],
      networks: [
        { hidden: [2], train: 3.2, test: 380 },
        { hidden: [13], train: 3.2, test: 380 },
      ],
    }),
  'deep networks': () =>
    sampleResults({
      seeds: 2,
      networks: [
        { hidden: [], train: 1, test: 2 },
        { hidden: [16, 16], train: 0.5, test: 1 },
        { hidden: Array.from({ length: 14 }, (_, at) => 3 + at), train: 0.4, test: 1.5 },
      ],
    }),
  'logarithmic evaluation': () => {
    const results = sampleResults({ seeds: 2, epochs: 1000 });
    return { ...results, config: { ...results.config, evaluate: { points: 60 } } };
  },
  'classes, validation rows, early stopping': () =>
    classResults({
      classNames: ['setosa', 'versicolor', 'virginica'],
      stops: (_, seed) => seed % 9,
    }),
  'two classes on folds': () => classResults({ classes: 2, folds: 5, validation: false }),
  'twenty classes of long and hostile names': () =>
    classResults({
      classNames: Array.from({ length: 20 }, (_, k) => `<b>class "${k}" of a very long name</b>`),
    }),
  'a hundred classes, one seed': () => classResults({ classes: 100, seeds: 1 }),
  'classes, but every run was interrupted': () =>
    classResults({ change: (run) => ({ ...run, status: 'interrupted' }) }),
  'learning rates, some of which diverge': ratesResults,
  'learning rates, all of which diverge': () =>
    variedResults({ variants: { grid: { learningRate: [0.1, 1, 10] } }, change: diverged }),
  'a grid of batch sizes and learning rates': gridResults,
  'networks, each with three optimizers': () =>
    variedResults({
      hidden: [[2], [8], [50]],
      variants: { grid: { optimizer: ['sgd', 'adam', 'rmsprop'] } },
    }),
  'a grid of four axes': () =>
    variedResults({
      seeds: 2,
      hidden: [[2], [8]],
      variants: {
        grid: {
          dropout: [0, 0.5],
          init: ['torch', { name: 'uniform', bound: 0.1 }, { name: 'uniform', bound: 0.2 }],
          shuffle: [true, false],
          learningRate: [0.001, 0.01, 0.1],
        },
      },
    }),
  'forty random draws of three axes': drawnResults,
  'losses of several kinds': () =>
    variedResults({ variants: { grid: { loss: ['mse', 'l1'], noiseVariance: [0, 0.1] } } }),
  'a list of hostile and long labels': () =>
    listResults([
      '<b>"&\'</b>',
      ']]> -- <script>',
      'a label of sixty characters, as long as a label may ever get',
      'incomprehensibilities-of-a-single-very-long-word',
    ]),
  'a list of thirty entries': () =>
    listResults(Array.from({ length: 30 }, (_, at) => `setting number ${at}`)),
  'classes whose networks differ in all': () => {
    const results = classResults();
    const hyper = [{ activation: 'relu' }, { activation: 'tanh' }, { activation: 'gelu' }];
    const variants = results.variants.map((variant, at) => ({ ...variant, hyper: hyper[at] }));
    return { ...results, variants };
  },
  'a hostile name': () => sampleResults({ seeds: 2, name: HOSTILE }),
};

export const HOSTILE = `</title><script>alert("1")</script> & 'q' ]]> \u0001 \ud800 <!-- ${'long '.repeat(60)}`;
