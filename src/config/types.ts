/** The checked, complete description of a sweep: everything that defines its results. */
export interface SweepConfig {
  name: string;
  /** First seed; runs use seed … seed + seeds − 1. */
  seed: number;
  seeds: number;
  data: DataConfig;
  networks: NetworksConfig;
  training: TrainingConfig;
  evaluate: EvaluateConfig;
}

/** Generated data: labels of the training set carry N(0, noiseVariance). */
export interface GeneratedDataConfig {
  kind: 'assignment' | 'tutorial';
  train: number;
  test: number;
  noiseVariance: number;
  /** `seed`: every seed draws its own data; `none`: all seeds share those of the first. */
  vary: 'seed' | 'none';
}

/** A numeric CSV file. Exactly one of testFile and testFraction. */
export interface CsvDataConfig {
  kind: 'csv';
  file: FileInput;
  testFile?: FileInput;
  testFraction?: number;
  /** Column name, or index from 0 (negative: from the end). Default −1, the last column. */
  target: string | number;
  /** Whether the first line names the columns; `auto`: it does when no cell of it is a number. */
  header: boolean | 'auto';
  /** `seed`: every seed draws its own split (with testFraction); `none`: one split for all. */
  vary: 'seed' | 'none';
}

/** In a config file a path (relative to that file); resolved: what enters results and hash. */
export interface FileInput {
  path: string;
}

/** Rows handed over in memory by the programmatic API. */
export interface ArraysDataConfig {
  kind: 'arrays';
  train: Samples;
  test: Samples;
}

/** `x`: rows of inputs; `y`: rows of targets. All finite, all rows equally long. */
export interface Samples {
  x: ArrayLike<ArrayLike<number>>;
  y: ArrayLike<ArrayLike<number>>;
}

export type DataConfig = GeneratedDataConfig | CsvDataConfig | ArraysDataConfig;

export type ActivationName = 'relu' | 'sigmoid' | 'tanh' | 'linear';
/** `softmax-cross-entropy`: the target is one column of class indices 0, 1, 2, … */
export type LossName = 'mse' | 'softmax-cross-entropy';
export type InitName = 'torch' | 'glorot-uniform' | 'glorot-normal' | 'he-uniform' | 'he-normal';

export interface NetworksConfig {
  /** One list of hidden widths for every network; [] is a network without hidden layer. */
  hidden: number[][];
  /** Of the hidden layers; the output layer is linear. */
  activation: ActivationName;
  init: InitName;
}

export interface TrainingConfig {
  epochs: number;
  batchSize: number;
  shuffle: boolean;
  loss: LossName;
  optimizer: OptimizerConfig;
}

export type OptimizerConfig =
  | { name: 'sgd'; learningRate: number }
  | { name: 'momentum'; learningRate: number; momentum: number }
  | { name: 'adam'; learningRate: number; beta1: number; beta2: number; epsilon: number };

/** Every n epochs, or about n points spread logarithmically; first and last epoch always. */
export type EvaluateConfig = { every: number } | { points: number };
