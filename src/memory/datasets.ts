import type { Dataset, Rows } from '../data/dataset.js';
import type { DatasetAt, RowsAt } from './layout.js';

/** Copies a dataset to its place in the dataset table. */
export function writeDataset(memory: WebAssembly.Memory, at: DatasetAt, dataset: Dataset): void {
  writeRows(memory, at.train, dataset.train);
  writeRows(memory, at.validation, dataset.validation);
  writeRows(memory, at.test, dataset.test);
}

/** Writes 0, 1, 2, …: the row order of an epoch that is not shuffled. */
export function writeIdentity(memory: WebAssembly.Memory, offset: number, rows: number): void {
  const identity = new Uint32Array(memory.buffer, offset, rows);
  for (let row = 0; row < rows; row++) identity[row] = row;
}

function writeRows(memory: WebAssembly.Memory, at: RowsAt, rows: Rows): void {
  new Float32Array(memory.buffer, at.x, rows.x.length).set(rows.x);
  new Float32Array(memory.buffer, at.y, rows.y.length).set(rows.y);
}
