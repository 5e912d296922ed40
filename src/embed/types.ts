import type {
  EvaluateConfig,
  NetworksConfig,
  OptimizerConfig,
  Samples,
  TrainingConfig,
} from '../config/types.js';
import type { KernelLibrary } from '../kernels/load.js';

/** What to train. Everything left out has the default of a sweep. */
export interface TrainingInput {
  /** From `loadKernels`. Their own memory is not touched: a training has one of its own, as large
   * as it needs, which is freed when it ends. */
  kernels: Pick<KernelLibrary, 'backend' | 'module' | 'shared'>;
  /** Widths of the hidden layers ([] for none), their activation, the distribution of the initial
   * weights. Inputs and outputs follow from the data. */
  network: Partial<Omit<NetworksConfig, 'hidden'>> & { hidden: number[] };
  /** Rows of inputs x and targets y; all finite, rounded to float32. */
  data: { train: Samples; test?: Samples };
  /** Epochs, batch size, shuffle, loss, optimizer. */
  training?: Partial<Omit<TrainingConfig, 'optimizer'>> & { optimizer?: Partial<OptimizerConfig> };
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
  test: number;
}

/** A trained network: the same bits as in a sweep, on any engine. */
export interface TrainedNetwork {
  /** `diverged`: a loss was not finite; `interrupted`: by the signal. */
  status: 'done' | 'diverged' | 'interrupted';
  history: CurvePoint[];
  /** `weights[layer][unit]`: one float32 for each input of the layer. */
  weights: Float32Array[][];
  /** `biases[layer]`: one float32 for each unit. */
  biases: Float32Array[];
}
