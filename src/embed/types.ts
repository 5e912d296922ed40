import type {
  ArraysDataConfig,
  EvaluateConfig,
  NetworksConfig,
  NetworksSettings,
  Samples,
  TrainingSettings,
} from '../config/types.js';
import type { KernelLibrary } from '../kernels/load.js';
import type { MetricName } from '../plan/metrics.js';
import type { InitialParameters } from '../train/parameters.js';

export type { InitialParameters };

/** What to train. Everything left out has the default of a sweep. */
export interface TrainingInput {
  /** From `loadKernels`. Their own memory is not touched: a training has one of its own, as large
   * as it needs, which is freed when it ends. */
  kernels: Pick<KernelLibrary, 'backend' | 'module' | 'shared'>;
  /** The hidden layers by width or in full ([] for none), their activation, the distribution of the initial
   * weights. Inputs and outputs follow from the data. */
  network: Omit<NetworksSettings, 'hidden' | 'initial'> & {
    hidden: NetworksConfig['hidden'][number];
  };
  /** Rows of inputs x and targets y; all finite, rounded to float32. `validationFraction`,
   * `trainRows`, `testFraction`, `testRows`, `scaling`, `encoding` and `split` as in a sweep, but
   * that no rows are held back for testing unless it is said. */
  data: { train: Samples; test?: Samples } & Partial<
    Omit<ArraysDataConfig, 'kind' | 'train' | 'test'>
  >;
  /** Epochs, batch size, shuffle, loss, optimizer, schedule, penalties, … */
  training?: TrainingSettings;
  /** Parameters to start from, rounded to float32, in place of drawn ones. */
  initial?: InitialParameters;
  /** 0 … 2^53 − 1: decides the initial weights and the shuffling. Default 42. */
  seed?: number;
  /** After which epochs the losses over the whole sets are computed. Default: every one. */
  evaluate?: EvaluateConfig;
  /** The training is refused when it needs more memory; default 1 GiB. */
  maximumBytes?: number;
  /** Ends the training early; what was reached is returned. */
  signal?: AbortSignal;
  /** Called after every evaluated epoch, the first time before training (epoch 0). */
  onEpoch?: (point: CurvePoint) => void;
}

/** Mean losses over all rows of a set, float64; `test` is NaN without test rows. */
export interface CurvePoint {
  epoch: number;
  train: number;
  /** Where there are validation rows. */
  validation?: number;
  test: number;
  /** l1 · Σ|w| + l2 · Σw², where the training asks for it: not part of the losses. */
  penalty?: number;
  /** Accuracy where targets are classes; mae and r2 where they are quantities. */
  metrics: Partial<Record<MetricName, { train: number; validation?: number; test: number }>>;
}

/** A trained network: the same bits as in a sweep, on any engine. */
export interface TrainedNetwork {
  /** `diverged`: a loss was not finite; `interrupted`: by the signal. */
  status: 'done' | 'diverged' | 'interrupted';
  history: CurvePoint[];
  /** Losses and metrics at the parameters that are returned: of the last epoch, or of the best where
   * training stops early. Absent where it was interrupted. */
  final?: CurvePoint;
  /** Test samples by class (row) and answer (column), where targets are classes. */
  confusion?: number[][];
  /** `weights[layer][unit]`: one float32 for each input of the layer. */
  weights: Float32Array[][];
  /** `biases[layer]`: one float32 for each unit. */
  biases: Float32Array[];
}
