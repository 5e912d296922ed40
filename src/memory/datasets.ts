import { type Dataset, type Rows, rowOf } from '../data/dataset.js';
import type { DatasetAt, RowsAt } from './layout.js';

/** Brings a dataset to its place in the dataset table: of rows that lie in the memory already only
 * the order is written, others are copied. */
export function writeDataset(memory: WebAssembly.Memory, at: DatasetAt, dataset: Dataset): void {
  for (const set of ['train', 'validation', 'test'] as const) {
    if (at[set].resident) writeOrder(memory, at[set], dataset[set]);
    else copyRows(memory, at[set], dataset[set], dataset);
  }
}

/** The dataset after it was written: its rows where they lie in the memory. */
export function datasetInMemory(
  memory: WebAssembly.Memory,
  at: DatasetAt,
  dataset: Dataset,
): Dataset {
  const { inputs, outputs } = dataset;
  const rowsOf = (set: 'train' | 'validation' | 'test'): Rows => {
    const { rows, x, y, resident } = at[set];
    if (resident) return dataset[set];
    const view = (offset: number, width: number) =>
      new Float32Array(memory.buffer, offset, rows * width);
    return { rows, x: view(x, inputs), y: view(y, outputs) };
  };
  return {
    ...dataset,
    train: rowsOf('train'),
    validation: rowsOf('validation'),
    test: rowsOf('test'),
  };
}

/** Writes 0, 1, 2, …: the order of rows that stand in order. */
export function writeIdentity(memory: WebAssembly.Memory, offset: number, rows: number): void {
  const identity = new Uint32Array(memory.buffer, offset, rows);
  for (let row = 0; row < rows; row++) identity[row] = row;
}

function writeOrder(memory: WebAssembly.Memory, at: RowsAt, rows: Rows): void {
  if (!rows.order) writeIdentity(memory, at.order, rows.rows);
  else new Uint32Array(memory.buffer, at.order, rows.rows).set(rows.order);
}

/** The samples in their order, one after another. */
function copyRows(
  memory: WebAssembly.Memory,
  at: RowsAt,
  rows: Rows,
  { inputs, outputs }: Dataset,
): void {
  copy(new Float32Array(memory.buffer, at.x, rows.rows * inputs), rows, rows.x, inputs);
  copy(new Float32Array(memory.buffer, at.y, rows.rows * outputs), rows, rows.y, outputs);
}

function copy(to: Float32Array, rows: Rows, values: Float32Array, width: number): void {
  if (!rows.order) {
    to.set(values.subarray(0, to.length));
    return;
  }
  for (let j = 0; j < rows.rows; j++) {
    const row = rowOf(rows, j);
    to.set(values.subarray(row * width, (row + 1) * width), j * width);
  }
}
