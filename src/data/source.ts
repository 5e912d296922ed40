import type { DatasetShape } from '../plan/trial.js';
import type { FileIdentity } from '../results/describe.js';
import type { Dataset } from './dataset.js';
import type { PowerSum } from './target.js';

/** Where datasets come from: the shape is known before the first one is made. */
export interface Source {
  /** The same for every seed. */
  shape: DatasetShape;
  dataset(seed: number): Dataset;
  /** Files read, by the path in the config. */
  files: ReadonlyMap<string, FileIdentity>;
  /** SHA-256 of rows handed over in memory. */
  arraysSha256?: string;
  /** The function behind generated labels. */
  target?: PowerSum;
}
