import type { DatasetShape } from '../plan/trial.js';
import type { FileIdentity } from '../results/describe.js';
import type { Dataset } from './dataset.js';
import type { ColumnNames } from './table.js';
import type { PowerSum } from './target.js';

/**
 * Where datasets come from: how many there are and how large is known before the first one is made.
 */
export interface Source {
  /** The dataset table, in order: one entry for all seeds, one a seed, or one a seed and fold. */
  entries: readonly DatasetEntry[];
  /** Makes entry i; asked once for each, in order. */
  dataset(index: number): Dataset;
  /** Files read, by the path in the config. */
  files: ReadonlyMap<string, FileIdentity>;
  /** SHA-256 of rows handed over in memory. */
  arraysSha256?: string;
  /** The function behind generated labels. */
  target?: PowerSum;
  /** What the classes are called, where they have names. */
  classNames?: readonly string[];
  /** What the columns are called, where a header says so. */
  columnNames?: ColumnNames;
}

export interface DatasetEntry {
  seed: number;
  /** From 0, in a cross-validation. */
  fold?: number;
  /** Whether its test rows are training rows of no other seed. */
  ownTests?: boolean;
  shape: DatasetShape;
}

/**
 * Gives room for so many float32 in the memory in which training happens, so that a file is read
 * to where it is used. Rows from it are not copied again.
 */
export type TakeFloats = (count: number) => Float32Array;

/** How reading is helped and watched. */
export interface Reading {
  take?: TakeFloats;
  /** Told now and then, while a file is read, how much of it is: 0 to 1. */
  onProgress?: (fraction: number) => void;
}
