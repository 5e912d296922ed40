import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { EARLY_STOPPING_DEFAULTS } from '../../src/config/training-defaults.js';
import type { SweepConfig } from '../../src/config/types.js';
import { assembleResults } from '../../src/results/assemble.js';
import { describeConfig } from '../../src/results/describe.js';
import type { References, Results, RunRecord, SetCurves } from '../../src/results/schema.js';

export interface ClassOptions {
  hidden?: readonly number[];
  classNames?: readonly string[];
  classes?: number;
  seeds?: number;
  folds?: number;
  epochs?: number;
  validation?: boolean;
  /** Epoch after which a run of a network stops early, by its place in the sweep. */
  stops?: (network: number, seed: number) => number;
  monitor?: 'validation' | 'train';
  change?: (run: RunRecord, index: number) => RunRecord;
}

/** Literal, plausible results of a classifier: larger networks answer better. */
export function classResults(options: ClassOptions = {}): Results {
  const { hidden = [2, 8, 32], seeds = 3, epochs = 20, validation = true } = options;
  const { classNames, classes = classNames?.length ?? 3, folds, stops } = options;
  const places = Array.from({ length: seeds * (folds ?? 1) }, (_, at) => ({
    seed: 42 + Math.floor(at / (folds ?? 1)),
    ...(folds !== undefined && { fold: at % folds }),
  }));
  const ids = hidden.map((units) => `4-${units}-${classes}`);
  const shape = { classes, epochs, validation };
  const runs = ids.flatMap((id, network) =>
    places.map((place) => {
      const stop = stops?.(network, place.seed);
      const run = { variant: id, ...place, dataset: datasetId(place), status: 'done' as const };
      return { ...run, ...measured(network, place.seed + (place.fold ?? 0), stop, shape) };
    }),
  );
  const datasets = places.map((place) => ({
    id: datasetId(place),
    kind: 'csv',
    ...place,
    trainRows: 120,
    validationRows: validation ? 20 : 0,
    testRows: 10 * classes,
    inputs: 4,
    outputs: 1,
    ...(classNames && { classNames }),
    sha256: 'ab'.repeat(32),
  }));
  const config = classConfig(options, hidden, seeds, epochs);
  return assembleResults({
    config,
    described: describeConfig(config, new Map([['flowers.csv', FILE]])),
    datasets,
    networks: hidden.map((units, at) => ({
      id: ids[at],
      layers: [
        { units, activation: 'relu', bias: true },
        { units: classes, activation: 'linear', bias: true },
      ],
      params: 5 * units + classes * (units + 1),
    })),
    variants: ids.map((id) => ({ id, network: id, hyper: {} })),
    runs: runs.map(options.change ?? ((run) => run)),
    references: places.map(
      (place): References => ({
        dataset: datasetId(place),
        constant: { train: 1.09, test: 1.1 },
        majority: { train: 0.4, test: 0.375 },
      }),
    ),
  });
}

const FILE = { name: 'flowers.csv', sha256: 'cd'.repeat(32) };

function datasetId({ seed, fold }: { seed: number; fold?: number }): string {
  return fold === undefined ? `csv-${seed}` : `csv-${seed}-fold${fold}`;
}

function measured(
  network: number,
  draw: number,
  stop: number | undefined,
  { classes, epochs, validation }: { classes: number; epochs: number; validation: boolean },
): Pick<RunRecord, 'final' | 'history' | 'metrics' | 'stopped' | 'confusion'> {
  const last = Math.min(epochs, stop ?? epochs);
  const kept = stop === undefined ? last : Math.max(1, last - 3);
  const scatter = 0.01 * ((7 * draw) % 5);
  const curve = (from: number, to: number) =>
    Array.from({ length: last + 1 }, (_, epoch) =>
      Number((to + scatter + (from - to) * ((epochs - epoch) / epochs) ** 3).toPrecision(6)),
    );
  const sets = (from: number, train: number, others: number): SetCurves => ({
    train: curve(from, train),
    ...(validation && { validation: curve(from, others + 0.01) }),
    test: curve(from, others),
  });
  const at = (curves: SetCurves) => ({
    train: curves.train[kept],
    ...(curves.validation && { validation: curves.validation[kept] }),
    test: curves.test[kept],
  });
  const loss = sets(1.2, 0.4 / (network + 1), 0.6 / (network + 1));
  const accuracy = sets(0.3, 0.8 + 0.05 * network, 0.7 + 0.08 * network);
  return {
    final: at(loss),
    history: { epoch: Array.from({ length: last + 1 }, (_, epoch) => epoch), ...loss },
    metrics: { accuracy: { final: at(accuracy), history: accuracy } },
    ...(stop !== undefined && { stopped: { epoch: last, kept } }),
    confusion: matrix(classes, 7 + network, draw),
  };
}

/** Ten samples a class, `right` of them answered rightly, the others mostly as the next class. */
function matrix(classes: number, right: number, draw: number): number[][] {
  return Array.from({ length: classes }, (_, k) =>
    Array.from({ length: classes }, (_, answer) => {
      const hits = right - ((k + draw) % 3 === 0 ? 1 : 0);
      if (answer === k) return classes === 1 ? 10 : hits;
      return answer === (k + 1) % classes ? 10 - hits : 0;
    }),
  );
}

function classConfig(
  options: ClassOptions,
  hidden: readonly number[],
  seeds: number,
  epochs: number,
): SweepConfig {
  const { validation = true, folds, stops, monitor = 'validation' } = options;
  return {
    ...DEFAULT_CONFIG,
    name: 'flowers',
    seeds,
    data: {
      kind: 'csv',
      file: { path: 'flowers.csv' },
      target: -1,
      ignore: [],
      header: 'auto',
      skipLines: 0,
      encoding: 'auto',
      validationFraction: validation ? 0.1 : 0,
      split: 'random',
      scaling: 'standard',
      vary: 'seed',
      ...(folds === undefined ? { testFraction: 0.2 } : { folds }),
    },
    networks: { ...DEFAULT_CONFIG.networks, hidden: hidden.map((units) => [units]) },
    training: {
      ...DEFAULT_CONFIG.training,
      epochs,
      loss: 'softmax-cross-entropy',
      earlyStopping: stops ? { ...EARLY_STOPPING_DEFAULTS, patience: 3, monitor } : 'none',
    },
  };
}
