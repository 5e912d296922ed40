/** What a file of samples holds, whatever its format; x and y sample-major. */
export interface Table {
  rows: number;
  inputs: number;
  /** Target columns; 0: only inputs were read. */
  outputs: number;
  x: Float32Array;
  y: Float32Array;
  /** Where the one target column names classes by words: y holds indices into it. */
  classNames?: readonly string[];
  /** Where a header names the columns. */
  columnNames?: ColumnNames;
  /** Where every row is an image, pixel by pixel, channels last. */
  image?: ImageShape;
}

/** What the columns are called, in the order of the inputs and the targets of a row. */
export interface ColumnNames {
  inputs: readonly string[];
  targets: readonly string[];
}

export interface ImageShape {
  height: number;
  width: number;
  channels: number;
}
