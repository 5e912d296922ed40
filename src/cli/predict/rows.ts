import { InputError } from '../../config/problem.js';
import { printable } from '../../config/text.js';
import { targetsOf } from '../../data/read/csv-format.js';
import { assignInputs } from '../../data/read/csv-inputs.js';
import { readInputs } from '../../data/read.js';
import { type Measure, originOf } from '../../model/origin.js';
import type { ModelRecord } from '../../model/record.js';
import { targetColumns, targetsFor } from '../../model/targets.js';
import { csvFormat, fileFormat, type Reading } from './reading.js';

/** Rows for a model to answer. */
export interface AskedRows {
  rows: number;
  /** Inputs as they came, sample-major. */
  x: Float32Array;
  /** Targets as the loss of the model takes them, where there are any. */
  y?: Float32Array;
}

/**
 * Reads the rows as those of the training were read.
 *
 * @throws {InputError} (exit code 3) for files that lie, and rows that are none for this model.
 */
export async function readRows(
  model: ModelRecord,
  measure: Measure,
  reading: Reading,
): Promise<AskedRows> {
  const origin = originOf(model);
  const csv = csvFormat(reading, origin);
  const { inputs } = model.network;
  const names = origin.columns && {
    inputs: origin.columns.inputs,
    targets: reading.csv.target === undefined ? origin.columns.targets : targetsOf(csv.target),
  };
  const known = { inputs, targets: targetColumns(model, measure), names };
  const labelled = model.answer.kind !== 'numbers';
  const assign = assignInputs(known, csv);
  const table = await readInputs(fileFormat(reading, csv), { labelled, assign });
  if (table.inputs !== inputs) {
    const message = `found ${table.inputs} inputs a row, expected the ${inputs} of the model`;
    throw new InputError([{ where: printable(reading.data), message }], 3);
  }
  const { rows, x } = table;
  if (table.outputs === 0) return { rows, x };
  const where = printable(reading.labels ?? reading.data);
  return { rows, x, y: targetsFor(model, measure, table, where) };
}
