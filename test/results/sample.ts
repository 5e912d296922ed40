import { ASSIGNMENT_DATA } from '../../src/config/data-defaults.js';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import type { SweepConfig } from '../../src/config/types.js';
import { assembleResults, type ResultParts } from '../../src/results/assemble.js';
import { describeConfig } from '../../src/results/describe.js';
import type { Metric, References, Results, RunRecord } from '../../src/results/schema.js';

/** A network of a made-up sweep: median errors, and how far seeds scatter around them. */
export interface SampleNetwork {
  hidden: number[];
  train: number;
  test: number;
}

/** The medians of the default sweep. */
export const ASSIGNMENT: readonly SampleNetwork[] = [
  { hidden: [2], train: 1.0, test: 272 },
  { hidden: [3], train: 0.86, test: 262 },
  { hidden: [5], train: 0.695, test: 255 },
  { hidden: [8], train: 0.566, test: 251 },
  { hidden: [20], train: 0.461, test: 232 },
  { hidden: [50], train: 0.309, test: 208 },
  { hidden: [83], train: 0.208, test: 187 },
  { hidden: [167], train: 0.064, test: 150 },
  { hidden: [400], train: 0.021, test: 117 },
  { hidden: [2000], train: 0.0118, test: 98 },
];

export interface SampleOptions {
  networks?: readonly SampleNetwork[];
  seeds?: number;
  epochs?: number;
  /** Changes single runs, e.g. into diverged ones. */
  change?: (run: RunRecord, index: number) => RunRecord;
  data?: SweepConfig['data'];
  references?: References[];
  name?: string;
}

/** Literal, plausible results: no training, no randomness but a fixed scatter over the seeds. */
export function sampleResults(options: SampleOptions = {}): Results {
  return assembleResults(sampleParts(options));
}

export function sampleParts(options: SampleOptions = {}): ResultParts {
  const { networks = ASSIGNMENT, seeds = 10, epochs = 25, change = (run) => run } = options;
  const config = sampleConfig(networks, seeds, epochs, options);
  const records = networks.map(networkRecord);
  const runs = networks.flatMap((network, index) =>
    Array.from({ length: seeds }, (_, seed) => runRecord(records[index].id, network, seed, epochs)),
  );
  return {
    config,
    described: describeConfig(config),
    datasets: Array.from({ length: seeds }, (_, seed) => datasetRecord(seed)),
    networks: records,
    variants: records.map(({ id }) => ({ id, network: id, hyper: {} })),
    runs: runs.map(change),
    references: options.references ?? Array.from({ length: seeds }, (_, seed) => references(seed)),
  };
}

/** A run that ended at half its epochs with a loss that is not finite. */
export function diverged(run: RunRecord): RunRecord {
  const half = Math.floor(run.history.epoch.length / 2);
  const cut = (losses: (number | null)[]) => losses.map((loss, at) => (at < half ? loss : null));
  return {
    ...run,
    status: 'diverged',
    reason: `loss not finite at epoch ${half}`,
    ...measured({ train: cut(run.history.train), test: cut(run.history.test) }),
  };

  function measured(losses: Parameters<typeof quantityMetrics>[0]) {
    return {
      final: { train: null, test: null },
      history: { ...run.history, ...losses },
      metrics: quantityMetrics(losses),
    };
  }
}

export function failed(run: RunRecord): RunRecord {
  return {
    ...run,
    status: 'failed',
    reason: 'the worker ran out of memory',
    final: { train: null, test: null },
    history: { epoch: [], train: [], test: [] },
    metrics: quantityMetrics({ train: [], test: [] }),
  };
}

function sampleConfig(
  networks: readonly SampleNetwork[],
  seeds: number,
  epochs: number,
  { data, name = 'assignment' }: SampleOptions,
): SweepConfig {
  return {
    ...DEFAULT_CONFIG,
    name,
    seed: 42,
    seeds,
    data: data ?? ASSIGNMENT_DATA,
    networks: { ...DEFAULT_CONFIG.networks, hidden: networks.map(({ hidden }) => hidden) },
    training: { ...DEFAULT_CONFIG.training, epochs },
  };
}

function networkRecord({ hidden }: SampleNetwork): Results['networks'][number] {
  const widths = [4, ...hidden, 1];
  const params = widths.slice(1).reduce((sum, width, at) => sum + (widths[at] + 1) * width, 0);
  const layers = widths.map((units, at) => ({
    units,
    activation: at === 0 || at === widths.length - 1 ? 'linear' : 'relu',
    bias: at > 0,
  }));
  return { id: widths.join('-'), layers: layers.slice(1), params };
}

export function runRecord(
  id: string,
  network: SampleNetwork,
  seed: number,
  epochs: number,
): RunRecord {
  const scatter = 1 + 0.12 * SCATTER[(seed + (network.hidden[0] ?? 0)) % SCATTER.length];
  const curve = (from: number, to: number) =>
    Array.from({ length: epochs + 1 }, (_, epoch) => {
      const left = ((epochs - epoch) / epochs) ** 3;
      return Number((scatter * (to + (from - to) * left)).toPrecision(9));
    });
  const train = curve(3.2, network.train);
  const test = curve(380, network.test);
  return {
    variant: id,
    seed: 42 + seed,
    dataset: `assignment-${42 + seed}`,
    status: 'done',
    final: { train: train[epochs], test: test[epochs] },
    history: { epoch: Array.from({ length: epochs + 1 }, (_, epoch) => epoch), train, test },
    metrics: quantityMetrics({ train, test }),
  };
}

/** Mean absolute error and R² that go with squared errors on the assignment. */
export function quantityMetrics(losses: {
  train: (number | null)[];
  test: (number | null)[];
}): RunRecord['metrics'] {
  const metric = (of: (loss: number, set: 'train' | 'test') => number): Metric => {
    const curve = (set: 'train' | 'test') =>
      losses[set].map((loss) => (loss === null ? null : Number(of(loss, set).toPrecision(6))));
    const history = { train: curve('train'), test: curve('test') };
    const final = { train: history.train.at(-1) ?? null, test: history.test.at(-1) ?? null };
    return { final, history };
  };
  return {
    mae: metric((loss) => 0.8 * Math.sqrt(loss)),
    r2: metric((loss, set) => 1 - loss / { train: 3.04, test: 365 }[set]),
  };
}

const SCATTER = [0, 0.4, -0.5, 1.2, -0.3, 0.1, -1, 0.7, 2, -0.8, 0.2];

export function datasetRecord(seed: number): Results['datasets'][number] {
  return {
    id: `assignment-${42 + seed}`,
    kind: 'assignment',
    seed: 42 + seed,
    trainRows: 500,
    validationRows: 0,
    testRows: 50,
    inputs: 4,
    outputs: 1,
    sha256: String(seed % 10).repeat(64),
  };
}

export function references(seed: number): References {
  return {
    dataset: `assignment-${42 + seed}`,
    constant: { train: 3.04 + 0.01 * (seed % 3), test: 379 + (seed % 3) },
    linear: { train: 0.636 + 0.002 * (seed % 3), test: 247 + (seed % 3) },
    tangent: { train: 0.01, test: 59.2 + 0.1 * (seed % 3) },
  };
}
