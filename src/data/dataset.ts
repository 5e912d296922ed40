/**
 * Rows of samples, sample-major float32, `inputs` and `outputs` floats each: sample j is row
 * `order[j]` of x and y, or row j where no order is given.
 */
export interface Rows {
  /** Number of samples: the length of `order`, where there is one. */
  rows: number;
  x: Float32Array;
  y: Float32Array;
  /** Row numbers: samples that are picked out of rows which others share. */
  order?: Uint32Array;
}

/** What every input becomes: (x − shift) / unit; 0 where the unit is 0. Entries as there are inputs. */
export interface Scale {
  shift: Float64Array;
  unit: Float64Array;
}

/** Training, validation (may be empty) and test rows of one draw, one split or one fold. */
export interface Dataset {
  id: string;
  /** The kind of data in the config. */
  kind: string;
  seed: number;
  /** From 0, in a cross-validation. */
  fold?: number;
  inputs: number;
  outputs: number;
  train: Rows;
  validation: Rows;
  test: Rows;
  /** What the inputs went through; absent where they are as they came. */
  scale?: Scale;
}

export const NO_ROWS: Rows = { rows: 0, x: new Float32Array(0), y: new Float32Array(0) };

/** The row of x and y in which sample j stands. */
export function rowOf({ order }: Rows, j: number): number {
  return order ? order[j] : j;
}

/** Column `index` of the samples' x or y, `width` floats a row. */
export function columnOf(
  rows: Rows,
  values: Float32Array,
  width: number,
  index: number,
): Float64Array {
  // A plain loop: Float64Array.from with a function takes 50 times as long.
  const column = new Float64Array(rows.rows);
  for (let j = 0; j < column.length; j++) column[j] = values[rowOf(rows, j) * width + index];
  return column;
}
