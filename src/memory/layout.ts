import { diagnosesTrials } from '../plan/diagnostics.js';
import { confusedClasses, POINT_VALUES } from '../plan/metrics.js';
import type { Plan } from '../plan/plan.js';
import type { DatasetShape, ResidentRows } from '../plan/trial.js';
import { Arena } from './arena.js';
import { Diagnosis } from './diagnosis.js';
import { Outcome } from './outcome.js';
import { parametersAt, type Widths } from './parameters.js';
import { layoutSlab, type SlabLayout } from './slab.js';

/** Byte offsets of float32 rows, sample-major without padding. */
export interface RowsAt {
  rows: number;
  x: number;
  y: number;
  /** uint32 row numbers of the samples, in their order. */
  order: number;
  /** Whether the rows lay in the memory before it was laid out; then only the order is written. */
  resident: boolean;
}

export interface DatasetAt {
  train: RowsAt;
  validation: RowsAt;
  test: RowsAt;
}

/**
 * One linear memory, from the start: control words, loss curves, outcomes, diagnoses, the parameters
 * that are kept, the row numbers 0, 1, 2, …, the dataset table, one slab per worker. All offsets in bytes.
 */
export interface MemoryLayout {
  bytes: number;
  /** See control.ts. */
  control: number;
  /** Per trial: POINT_VALUES float64 for every evaluated epoch; see plan/metrics.ts. */
  curves: readonly number[];
  /** Per trial: how it ended; see outcome.ts. */
  outcomes: readonly number[];
  /** Per trial: what is measured of it beside, where anything is; see diagnosis.ts. */
  diagnoses: readonly (number | undefined)[];
  /** Per trial: the parameters that it ended with, where they are kept; see parameters.ts. */
  models: readonly (number | undefined)[];
  modelBytes: number;
  /** Parameters that every network starts from, where they are not drawn; see parameters.ts. */
  initial: number | undefined;
  /** uint32 0 … rows − 1 of the largest set: the order of an unshuffled epoch. */
  identity: number;
  identityRows: number;
  datasets: readonly DatasetAt[];
  /** Per dataset: the test points that all seeds have in common, where they are asked for. */
  points: readonly (RowsAt | undefined)[];
  /** Per trial: points × outputs float32, what the network answers there. */
  answers: readonly (number | undefined)[];
  /** One per worker, `slabBytes` apart. */
  slabs: readonly number[];
  slabBytes: number;
}

/** What not every memory has. */
export interface LayoutOptions {
  /** Bytes at its front that are taken already. */
  start?: number;
  /** Trials whose parameters are kept. */
  kept?: ReadonlySet<number>;
  /** The widths of the network whose parameters all others start from. */
  initial?: Widths;
}

/**
 * @param controlBytes size of the control words.
 * @param workers number of slabs.
 */
export function layoutMemory(
  plan: Plan,
  controlBytes: number,
  workers: number,
  { start = 0, kept = new Set(), initial }: LayoutOptions = {},
): MemoryLayout {
  const arena = new Arena(64 * Math.ceil(start / 64) + 64);
  const control = arena.take(controlBytes);
  const curves = plan.trials.map(({ evaluate }) => arena.take(8 * POINT_VALUES * evaluate.length));
  const outcomes = plan.trials.map(({ variant, dataset }) =>
    arena.take(
      Outcome.bytes(confusedClasses(plan.variants[variant].training.loss, plan.datasets[dataset])),
    ),
  );
  const diagnoses = plan.trials.map(() =>
    diagnosesTrials(plan.diagnostics) ? arena.take(Diagnosis.bytes) : undefined,
  );
  const takeParameters = (widths: Widths) => arena.take(4 * parametersAt(widths, 0).floats);
  const beforeModels = arena.end;
  const models = plan.trials.map(({ index, variant }) =>
    kept.has(index) ? takeParameters(plan.variants[variant].network) : undefined,
  );
  const modelBytes = arena.end - beforeModels;
  const initialBlock = initial && takeParameters(initial);
  const identityRows = plan.datasets.reduce(
    (most, d) => Math.max(most, d.trainRows, d.validationRows, d.testRows),
    0,
  );
  const identity = arena.take(4 * identityRows);
  const datasets = plan.datasets.map((shape) => layoutDataset(arena, shape, identity));
  const points = layoutPoints(arena, plan, datasets, identity);
  const answers = plan.trials.map(({ variant, dataset }) => {
    const at = points[dataset];
    const { layers } = plan.variants[variant].network;
    return at && arena.take(4 * at.rows * layers[layers.length - 1].units);
  });
  const slabBytes = largestSlab(plan);
  const slabs = Array.from({ length: workers }, () => arena.take(slabBytes));
  return {
    bytes: arena.end,
    control,
    curves,
    outcomes,
    diagnoses,
    models,
    modelBytes,
    initial: initialBlock,
    identity,
    identityRows,
    datasets,
    points,
    answers,
    slabs,
    slabBytes,
  };
}

/** The layout of one trial of the plan in the slab that begins at `start`. */
export function slabOf(plan: Plan, trial: number, start: number): SlabLayout {
  const { variant, dataset } = plan.trials[trial];
  return layoutSlab(plan.variants[variant], plan.datasets[dataset], start);
}

/** Where a trial of the plan leaves how it ended. */
export function outcomeOf(
  memory: WebAssembly.Memory,
  plan: Plan,
  layout: MemoryLayout,
  trial: number,
): Outcome {
  const { variant, dataset } = plan.trials[trial];
  const { loss } = plan.variants[variant].training;
  const classes = confusedClasses(loss, plan.datasets[dataset]);
  return new Outcome(memory, layout.outcomes[trial], classes);
}

/** Rows that lie in the memory already bring an order of their own; others stand in order. */
function layoutDataset(arena: Arena, shape: DatasetShape, identity: number): DatasetAt {
  const take = (rows: number, resident?: ResidentRows): RowsAt =>
    resident
      ? { rows, ...resident, order: arena.take(4 * rows), resident: true }
      : {
          rows,
          x: arena.take(4 * rows * shape.inputs),
          y: arena.take(4 * rows * shape.outputs),
          order: identity,
          resident: false,
        };
  const { resident } = shape;
  return {
    train: take(shape.trainRows, resident?.train),
    validation: take(shape.validationRows, resident?.validation),
    test: take(shape.testRows, resident?.test),
  };
}

/** Test rows of the dataset table as they stand, or room for them in another scale. */
function layoutPoints(
  arena: Arena,
  plan: Plan,
  datasets: readonly DatasetAt[],
  identity: number,
): (RowsAt | undefined)[] {
  return plan.datasets.map(({ inputs }, dataset): RowsAt | undefined => {
    const own = plan.points?.[dataset];
    if (own === undefined) return undefined;
    const test = datasets[own.dataset].test;
    if (!own.rescaled) return test;
    const x = arena.take(4 * test.rows * inputs);
    return { ...test, x, order: identity, resident: false };
  });
}

/** Trials of one variant on data of one shape need the same room: one of them stands for all. */
function largestSlab(plan: Plan): number {
  const seen = new Set<string>();
  let largest = 0;
  for (const { index, variant, dataset } of plan.trials) {
    const { trainRows, validationRows, testRows } = plan.datasets[dataset];
    const key = [variant, trainRows, validationRows, testRows].join();
    if (seen.has(key)) continue;
    seen.add(key);
    largest = Math.max(largest, slabOf(plan, index, 0).bytes);
  }
  return largest;
}
