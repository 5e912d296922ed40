/** What a file of samples holds, whatever its format; x and y sample-major. */
export interface Table {
  rows: number;
  inputs: number;
  /** Target columns. */
  outputs: number;
  x: Float32Array;
  y: Float32Array;
  /** Where the one target column names classes by words: y holds indices into it. */
  classNames?: readonly string[];
  /** Where every row is an image, pixel by pixel, channels last. */
  image?: ImageShape;
}

export interface ImageShape {
  height: number;
  width: number;
  channels: number;
}
