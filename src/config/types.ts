import type { DataConfig } from './types/data.js';
import type { DiagnosticsConfig } from './types/diagnostics.js';
import type { NetworksConfig } from './types/networks.js';
import type { TrainingConfig } from './types/training.js';
import type { VariantsConfig } from './types/variants.js';

export type * from './types/data.js';
export type * from './types/diagnostics.js';
export type {
  ActivationConfig,
  ActivationName,
  HiddenLayerConfig,
  InitConfig,
  InitName,
  NameOf,
  NetworksConfig,
  NetworksSettings,
  OutputLayerConfig,
} from './types/networks.js';
export { nameOf } from './types/networks.js';
export type * from './types/training.js';
export type * from './types/variants.js';

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
  /** What varies beside the networks; absent where nothing does. */
  variants?: VariantsConfig;
  /** Absent where every switch has its default. */
  diagnostics?: DiagnosticsConfig;
}

/** Every n epochs, or about n points spread logarithmically; first and last epoch always. */
export type EvaluateConfig = { every: number } | { points: number };
