import type { Rows } from '../dataset.js';

/** Rows as a generator draws them: targets are numbers, or class labels. */
export interface Drawn {
  train: Rows;
  test: Rows;
}
