/** What becomes of the rows before training, whatever they come from. */
export interface Preparation {
  /** Share of the training rows held back for validation, 0 to below 1. */
  validationFraction: number;
  /** Which rows are held back: `random`; `stratified`, class by class; `order`, the last. */
  split: 'random' | 'stratified' | 'order';
  /** Of every input, by the training rows alone: `standard` to mean 0 and deviation 1, `minmax` to
   * 0 … 1. A column that is constant there becomes 0. */
  scaling: 'none' | 'standard' | 'minmax';
}

/**
 * What targets are to the loss: `number`s as they are, a class `label`, `one-hot` columns of 0 and
 * 1, or `binary` ones that each answer a question of their own. `auto`: a label for
 * softmax-cross-entropy; else, where targets are classes by nature, one column of 0 and 1 for
 * binary-cross-entropy with two classes, and one-hot columns; else numbers.
 */
export type Encoding = 'auto' | 'number' | 'label' | 'one-hot' | 'binary';

/** `seed`: every seed draws its own rows (or split of the same rows); `none`: all share those of
 * the first. */
export type Vary = 'seed' | 'none';

/** Generated: labels of the training set carry N(0, noiseVariance), those of the test set none. */
export type FunctionDataConfig = Preparation & {
  train: number;
  test: number;
  noiseVariance: number;
  vary: Vary;
} & (
    | { kind: 'product' }
    // `inside`: test inputs are drawn as training inputs are; absent: outside of their range.
    | { kind: 'assignment' | 'tutorial'; testRange?: 'inside' }
    | { kind: 'linear'; inputs: number | readonly InputGroup[] }
  );

/** Inputs of a linear function that are alike. */
export interface InputGroup {
  count: number;
  /** Standard deviation of every one of them. */
  deviation: number;
  /** Standard deviation of what they add to the label. */
  signal: number;
}

/** Generated: points in the plane, each of a class. */
export type ClassDataConfig = Preparation & {
  train: number;
  test: number;
  /** Share of the training labels that name another class than the point's. */
  labelNoise: number;
  vary: Vary;
  encoding: Encoding;
} & (
    | { kind: 'blobs'; classes: number; deviation: number }
    // `noise`: deviation of the normal noise on both coordinates.
    | { kind: 'circles'; noise: number; factor: number }
    | { kind: 'spirals'; noise: number; arms: number; turns: number }
    | { kind: 'moons' | 'xor'; noise: number }
  );

/** Data that is drawn from the seed. */
export type GeneratedDataConfig = FunctionDataConfig | ClassDataConfig;

/** Rows that come without a seed are tested by rows of their own, a share or a number of them held
 * back, or in turns. Exactly one of test rows, testFraction, testRows and folds; but of test rows of
 * their own testRows says how many are used. */
interface Tested extends Preparation, RowLimits {
  testFraction?: number;
  /** Cross-validation: so many parts of the rows, each the test set once. */
  folds?: number | 'leave-one-out';
  vary: Vary;
  encoding: Encoding;
  /** What the inputs of a row are, pixel by pixel, channels last, where they are an image and the file
   * does not say so: augmentation moves it. */
  image?: { height: number; width: number; channels: number };
}

/** How many rows are used, of those that there are. */
export interface RowLimits {
  /** So many test rows. */
  testRows?: number;
  /** So many of the rows that are left when test and validation rows are held back. Of one seed the
   * fewer are among the more. */
  trainRows?: number;
}

/** Column name, or index from 0 (negative: from the end). */
export type Column = string | number;

/** A numeric CSV file. */
export interface CsvDataConfig extends Tested {
  kind: 'csv';
  file: FileInput;
  testFile?: FileInput;
  /** What is predicted: default −1, the last column. */
  target: Column | Column[];
  /** Columns that are neither inputs nor targets. */
  ignore: Column[];
  /** Whether the first line names the columns; `auto`: it does when no cell of it is a number. */
  header: boolean | 'auto';
  /** Lines above the header or the first row. */
  skipLines: number;
}

/** Images and their labels in the format of MNIST. */
export interface IdxDataConfig extends Tested {
  kind: 'idx';
  images: FileInput;
  labels: FileInput;
  testImages?: FileInput;
  testLabels?: FileInput;
}

/** Arrays of NumPy. */
export interface NpyDataConfig extends Tested {
  kind: 'npy';
  x: FileInput;
  y: FileInput;
  testX?: FileInput;
  testY?: FileInput;
}

/** Rows of a JSON file. It may hold its test rows; if it does not, and nothing is said, a fifth of
 * its rows is held back. */
export interface JsonDataConfig extends Tested {
  kind: 'json';
  file: FileInput;
  testFile?: FileInput;
}

/** Data that is read from files. */
export type FileDataConfig = CsvDataConfig | IdxDataConfig | NpyDataConfig | JsonDataConfig;

/** In a config file a path (relative to that file); resolved: what enters results and hash. */
export interface FileInput {
  path: string;
}

/** Rows handed over in memory by the programmatic API. */
export interface ArraysDataConfig extends Tested {
  kind: 'arrays';
  train: Samples;
  test?: Samples;
}

/** `x`: rows of inputs; `y`: rows of targets. All finite, all rows equally long. */
export interface Samples {
  x: ArrayLike<ArrayLike<number>>;
  y: ArrayLike<ArrayLike<number>>;
}

/** What the networks learn. */
export type DataConfig = GeneratedDataConfig | FileDataConfig | ArraysDataConfig;
