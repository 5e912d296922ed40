import { countingOf, type SetName, thresholdOf } from '../plan/metrics.js';
import type { TrainingJob } from './job.js';
import type { Operand } from './operation.js';

/** Counts what is measured beside the loss; see plan/metrics.ts. */
export interface Meter {
  /** Leaves the sums over a block of n samples (o, y: m × n) at `sums[at + 1]`, `sums[at + 2]`. */
  add(sums: Float64Array, at: number, o: Operand, y: Operand, m: number, n: number): void;
  /** Turns the sums over the set into the metrics, in place. */
  finish(values: Float64Array): void;
}

export function createMeter(job: TrainingJob, set: SetName): Meter {
  const { kernels, variant, shape, data } = job;
  const { loss } = variant.training;
  const { layers } = variant.network;
  const outputs = layers[layers.length - 1].units;
  const { rows } = data[set];
  const share = (of: number) => (values: Float64Array) => {
    values[1] /= of;
    values[2] = Number.NaN;
  };
  switch (countingOf(loss, shape)) {
    case 'label':
      return {
        add: (sums, at, o, y, m, n) => {
          sums[at + 1] = kernels.class_hits(o.at, o.ld, y.at, m, n);
        },
        finish: share(rows),
      };
    case 'one-hot':
      return {
        add: (sums, at, o, y, m, n) => {
          sums[at + 1] = kernels.argmax_hits(o.at, o.ld, y.at, y.ld, m, n);
        },
        finish: share(rows),
      };
    case 'threshold': {
      const threshold = thresholdOf(loss);
      return {
        add: (sums, at, o, y, m, n) => {
          sums[at + 1] = kernels.threshold_hits(o.at, o.ld, y.at, y.ld, m, n, threshold);
        },
        finish: share(rows * outputs),
      };
    }
    case 'none': {
      const spread = squaresAboutMean(job, set);
      const squaresAreLoss = loss === 'mse';
      return {
        add: (sums, at, o, y, m, n) => {
          sums[at + 1] = kernels.l1_sum(o.at, o.ld, y.at, y.ld, m, n);
          sums[at + 2] = squaresAreLoss ? sums[at] : kernels.mse_sum(o.at, o.ld, y.at, y.ld, m, n);
        },
        finish: (values) => {
          values[1] /= rows * outputs;
          values[2] = 1 - values[2] / spread;
        },
      };
    }
  }
}

/** Σ (y − ȳ)² over all targets of a set, ȳ the mean of each column: what R² divides by. */
function squaresAboutMean({ memory, shape, data }: TrainingJob, set: SetName): number {
  const { rows, y, order } = data[set];
  const { outputs } = shape;
  if (rows === 0) return Number.NaN;
  const orders = new Uint32Array(memory.buffer, order, rows);
  const last = orders.reduce((most, row) => Math.max(most, row), 0);
  const targets = new Float32Array(memory.buffer, y, (last + 1) * outputs);
  let sum = 0;
  for (let column = 0; column < outputs; column++) {
    let mean = 0;
    for (let j = 0; j < rows; j++) mean += targets[orders[j] * outputs + column];
    mean /= rows;
    for (let j = 0; j < rows; j++) {
      const difference = targets[orders[j] * outputs + column] - mean;
      sum += difference * difference;
    }
  }
  return sum;
}
