import type { ArraysDataConfig, LossConfig, Samples } from '../config/types.js';
import { NO_ROWS } from './dataset.js';
import { digestRows } from './digest.js';
import type { Seeds } from './entries.js';
import { openShared } from './shared.js';
import type { Source } from './source.js';
import type { Table } from './table.js';

/**
 * Rows handed over in memory; the config was checked, so that all rows are equally long. They are
 * copied, to float32.
 *
 * @throws {InputError} (exit code 3) for targets that the loss has no use for.
 */
export function openArrays(data: ArraysDataConfig, loss: LossConfig, seeds: Seeds): Source {
  const table = toTable(data.train);
  const test = data.test && toTable(data.test);
  const { inputs, outputs } = table;
  const sets = { train: table, validation: NO_ROWS, test: test ?? NO_ROWS };
  // Before they are scaled.
  const arraysSha256 = digestRows({ inputs, outputs, ...sets });
  const where = { train: 'data.train', test: 'data.test' };
  return {
    ...openShared({ data, table, ...(test && { test }), where }, loss, seeds),
    files: new Map(),
    arraysSha256,
  };
}

function toTable({ x, y }: Samples): Table {
  const inputs = x[0].length;
  const outputs = y[0].length;
  return { rows: x.length, inputs, outputs, x: flatten(x, inputs), y: flatten(y, outputs) };
}

function flatten(rows: ArrayLike<ArrayLike<number>>, width: number): Float32Array {
  const flat = new Float32Array(rows.length * width);
  for (let row = 0; row < rows.length; row++) flat.set(rows[row], row * width);
  return flat;
}
