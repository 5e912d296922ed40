import { STATE_TENSORS } from '../plan/optimizer.js';
import type { Plan } from '../plan/plan.js';
import type { DatasetShape } from '../plan/trial.js';
import { Arena } from './arena.js';
import { layoutSlab, type SlabLayout } from './slab.js';

/** Byte offsets of float32 rows, sample-major without padding. */
export interface RowsAt {
  rows: number;
  x: number;
  y: number;
}

export interface DatasetAt {
  train: RowsAt;
  validation: RowsAt;
  test: RowsAt;
}

/**
 * One linear memory, from the start: control words, loss curves, the row numbers 0, 1, 2, …, the
 * dataset table, one slab per worker. All offsets in bytes.
 */
export interface MemoryLayout {
  bytes: number;
  /** See control.ts. */
  control: number;
  /** Per trial: (train, test) float64 for every evaluated epoch. */
  curves: readonly number[];
  /** uint32 0 … rows − 1 of the largest set: the order of an unshuffled epoch. */
  identity: number;
  identityRows: number;
  datasets: readonly DatasetAt[];
  /** One per worker, `slabBytes` apart. */
  slabs: readonly number[];
  slabBytes: number;
}

/** Bytes that a memory can have: 65,536 pages of 64 KiB. */
export const MAX_MEMORY_BYTES = 65536 * 65536;

/**
 * @param controlBytes size of the control words.
 * @param workers number of slabs.
 */
export function layoutMemory(plan: Plan, controlBytes: number, workers: number): MemoryLayout {
  const arena = new Arena(64);
  const control = arena.take(controlBytes);
  const curves = plan.trials.map(({ evaluate }) => arena.take(16 * evaluate.length));
  const identityRows = Math.max(
    0,
    ...plan.datasets.map((d) => Math.max(d.trainRows, d.validationRows, d.testRows)),
  );
  const identity = arena.take(4 * identityRows);
  const datasets = plan.datasets.map((shape) => layoutDataset(arena, shape));
  const slabBytes = largestSlab(plan);
  const slabs = Array.from({ length: workers }, () => arena.take(slabBytes));
  return {
    bytes: arena.end,
    control,
    curves,
    identity,
    identityRows,
    datasets,
    slabs,
    slabBytes,
  };
}

/** The layout of one trial of the plan in the slab that begins at `start`. */
export function slabOf(plan: Plan, trial: number, start: number): SlabLayout {
  const { variant, dataset } = plan.trials[trial];
  const { network, training } = plan.variants[variant];
  const tensors = STATE_TENSORS[training.optimizer.name];
  return layoutSlab(network, training.batchSize, tensors, plan.datasets[dataset], start);
}

function layoutDataset(arena: Arena, shape: DatasetShape): DatasetAt {
  const take = (rows: number): RowsAt => ({
    rows,
    x: arena.take(4 * rows * shape.inputs),
    y: arena.take(4 * rows * shape.outputs),
  });
  return {
    train: take(shape.trainRows),
    validation: take(shape.validationRows),
    test: take(shape.testRows),
  };
}

/** Trials of one variant differ in their seed only, so that one of them stands for all. */
function largestSlab(plan: Plan): number {
  const seen = new Set<number>();
  let largest = 0;
  for (const { index, variant } of plan.trials) {
    if (seen.has(variant)) continue;
    seen.add(variant);
    largest = Math.max(largest, slabOf(plan, index, 0).bytes);
  }
  return largest;
}
