import type { TrainingConfig } from '../config/types.js';
import type { Network } from './network.js';

/** A network with its hyper-parameters. */
export interface Variant {
  id: string;
  network: Network;
  training: VariantTraining;
  /** The hyper-parameters in which variants of the sweep differ. */
  hyper: Readonly<Record<string, number | string | boolean>>;
}

/** A training on data of known size. */
export type VariantTraining = Omit<TrainingConfig, 'batchSize'> & { batchSize: number };

/** One network, one seed, one dataset. */
export interface Trial {
  /** Position in `Plan.trials`. */
  index: number;
  /** Index into `Plan.variants`. */
  variant: number;
  /** Index into the dataset table. */
  dataset: number;
  seed: number;
  /** Of the cross-validation, from 0. */
  fold?: number;
  /** Ascending epochs after which losses are evaluated. */
  evaluate: readonly number[];
}

/** Sizes of one entry of the dataset table. */
export interface DatasetShape {
  inputs: number;
  /** Target columns. */
  outputs: number;
  /** Classes that the one target column names, where the loss is over classes. */
  classes?: number;
  /** How the targets name classes, where they do: one column of indices; a column a class, 1 for
   * the sample's own; or one column that is 0 or 1. */
  encoding?: 'label' | 'one-hot' | 'binary';
  /** Where every row is an image, channels last. */
  image?: { height: number; width: number; channels: number };
  trainRows: number;
  validationRows: number;
  testRows: number;
  /** Where rows stand that lie in the memory already; only their orders take room. */
  resident?: { train: ResidentRows; validation: ResidentRows; test: ResidentRows };
}

/** Byte offsets of x and y in the memory. */
export interface ResidentRows {
  x: number;
  y: number;
}
