import type { TrainingConfig } from '../config/types.js';
import type { Network } from './network.js';

/** A network with its hyper-parameters. */
export interface Variant {
  id: string;
  network: Network;
  training: TrainingConfig;
  /** The hyper-parameters in which variants of the sweep differ. */
  hyper: Readonly<Record<string, number | string | boolean>>;
}

/** One network, one seed, one dataset. */
export interface Trial {
  /** Position in `Plan.trials`. */
  index: number;
  /** Index into `Plan.variants`. */
  variant: number;
  /** Index into the dataset table. */
  dataset: number;
  seed: number;
  /** How the parameters are found. */
  method: 'gradient';
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
  trainRows: number;
  validationRows: number;
  testRows: number;
}
