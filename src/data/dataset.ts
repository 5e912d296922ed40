/** Rows of samples, sample-major float32: sample j is `x[j·inputs … ]` and `y[j·outputs … ]`. */
export interface Rows {
  rows: number;
  x: Float32Array;
  y: Float32Array;
}

/** Training, validation (may be empty) and test rows of one draw or one file. */
export interface Dataset {
  id: string;
  /** `assignment`, `tutorial`, `csv` or `arrays`. */
  kind: string;
  seed: number;
  inputs: number;
  outputs: number;
  train: Rows;
  validation: Rows;
  test: Rows;
}

export const NO_ROWS: Rows = { rows: 0, x: new Float32Array(0), y: new Float32Array(0) };
