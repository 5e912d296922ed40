import { type Dataset, NO_ROWS, type Rows } from '../../src/data/dataset.js';
import { Outcome } from '../../src/memory/outcome.js';
import { confusedClasses, SET_VALUES } from '../../src/plan/metrics.js';
import type { Variant } from '../../src/plan/trial.js';
import { type Parameters, readParameters } from '../../src/train/parameters.js';
import { type TrainingEnd, trainTrial } from '../../src/train/train.js';
import { type BackendName, createJob, type JobOptions } from '../job.js';

/** Multiples of 1/64, no two rows alike; as classes, every one of them in turn. */
function rowsOf(
  rows: number,
  inputs: number,
  outputs: number,
  salt: number,
  classes?: number,
): Rows {
  const draw = (i: number) => ((((i + salt) * 2654435761) >>> 16) % 256) / 64 - 2;
  return {
    rows,
    x: Float32Array.from({ length: rows * inputs }, (_, i) => draw(i)),
    y: Float32Array.from({ length: rows * outputs }, (_, i) =>
      classes ? (i + (i >> 2)) % classes : draw(i + 7919) / 2,
    ),
  };
}

interface Sizes {
  train: number;
  validation?: number;
  test: number;
  inputs: number;
  outputs: number;
  classes?: number;
}

export function datasetOf({ train, validation = 0, test, inputs, outputs, classes }: Sizes) {
  const sets = (rows: number, salt: number) =>
    rows > 0 ? rowsOf(rows, inputs, outputs, salt, classes) : NO_ROWS;
  const dataset: Dataset = {
    ...{ id: 'rows', kind: 'rows', seed: 0, inputs, outputs },
    train: sets(train, 1),
    validation: sets(validation, 3000),
    test: sets(test, 5000),
  };
  return dataset;
}

export interface Trained extends Parameters {
  end: TrainingEnd;
  /** Everything that is measured, point by point, and at the end; see plan/metrics.ts. */
  points: number[][];
  final: number[];
  /** The epoch whose parameters are kept, and how many were trained. */
  epochs: { kept: number; trained: number };
  confusion: number[][];
}

export async function run(
  variant: Variant,
  dataset: Dataset,
  backend: BackendName = 'wasm',
  { poll = () => true, ...options }: JobOptions & { poll?: () => boolean } = {},
): Promise<Trained> {
  const job = await createJob(variant, dataset, backend, options);
  const points: number[][] = [];
  const classes = confusedClasses(variant.training.loss, job.shape);
  const outcome = new Outcome(new WebAssembly.Memory({ initial: 1 }), 0, classes);
  const record = (_point: number, _epoch: number, values: Float64Array) => {
    points.push([...values]);
  };
  const end = trainTrial(job, { record, poll, outcome });
  const { kept, trained } = outcome;
  return {
    ...{ end, points, final: [...outcome.values], epochs: { kept, trained } },
    confusion: outcome.matrix(),
    ...readParameters(job.memory, job.slab),
  };
}

/** The losses over the training, validation or test rows. */
export function lossesOf({ points }: Trained, set: 'train' | 'validation' | 'test'): number[] {
  const at = SET_VALUES * ['train', 'validation', 'test'].indexOf(set);
  return points.map((values) => values[at]);
}
