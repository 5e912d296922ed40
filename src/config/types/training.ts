import type { NameOf } from './networks.js';

/**
 * `softmax-cross-entropy`: the target is a class, the outputs are logits; `kl-divergence`: the
 * targets are probabilities, the outputs logits; `binary-cross-entropy`: targets 0 or 1, logits.
 */
export type LossConfig =
  | 'mse'
  | 'half-sse'
  | 'l1'
  | 'softmax-cross-entropy'
  | 'binary-cross-entropy'
  | 'kl-divergence'
  | { name: 'huber'; delta: number }
  | { name: 'smooth-l1'; beta: number };

/** What a loss is called. */
export type LossName = NameOf<LossConfig>;

/** What every optimizer has beside its own parameters. */
export interface Stepping {
  learningRate: number;
  /** Decay of the parameters: added to the gradient (weightDecay · p), but for adamw, which takes
   * learningRate · weightDecay · p off directly. */
  weightDecay: number;
  /** Whether biases decay too, as in PyTorch. */
  decayBiases: boolean;
}

/** How parameters follow their gradients; the formulas are in docs/optimizers.md. */
export type OptimizerConfig = Stepping &
  (
    | { name: 'sgd' }
    | { name: 'momentum'; momentum: number; dampening: number }
    | { name: 'nesterov'; momentum: number }
    | { name: 'adagrad'; epsilon: number; learningRateDecay: number; initialAccumulator: number }
    | { name: 'adadelta'; rho: number; epsilon: number }
    | { name: 'rmsprop'; alpha: number; epsilon: number; momentum: number; centered: boolean }
    | { name: 'adam'; beta1: number; beta2: number; epsilon: number; amsgrad: boolean }
    | { name: 'adamw'; beta1: number; beta2: number; epsilon: number; amsgrad: boolean }
  );

/** The learning rate of an epoch, as a share of the optimizer's. */
export type ScheduleConfig =
  | 'constant'
  | { name: 'step'; every: number; factor: number }
  | { name: 'exponential'; factor: number }
  | { name: 'cosine'; minimum: number }
  | { name: 'plateau'; factor: number; patience: number; minDelta: number };

/** Penalties on the weights (not the biases), added to the loss: l1 · Σ|w| + l2 · Σw². */
export interface PenaltyConfig {
  l1: number;
  l2: number;
}

/** `norm`: the gradient of all parameters is scaled down to it; `value`: every entry is limited. */
export type ClipConfig =
  | 'none'
  | { name: 'norm'; limit: number }
  | { name: 'value'; limit: number };

/** Training ends when the loss over the monitored rows has not fallen by `minDelta` for `patience`
 * epochs; the parameters of the best epoch are kept. */
export type EarlyStoppingConfig =
  | 'none'
  | { patience: number; minDelta: number; monitor: 'validation' | 'train' };

/** What is done to the inputs of every training batch, drawn from the seed. */
export interface AugmentationConfig {
  /** Standard deviation of normal noise on every input. */
  noise: number;
  /** Images: mirrored with probability ½. */
  flip: 'none' | 'horizontal' | 'vertical' | 'both';
  /** Images: moved by up to so many whole pixels either way. */
  shift: number;
  /** Images: turned by up to so many degrees either way. */
  rotation: number;
}

/** How the networks are trained. */
export interface TrainingConfig {
  /** Absent: step by step, along the gradient. `least-squares`: the output layer is solved for at once
   * on the features of the layers below, which keep their initial values. */
  method?: 'least-squares';
  epochs: number;
  /** Samples of a step; `full`: all training samples. */
  batchSize: number | 'full';
  shuffle: boolean;
  loss: LossConfig;
  optimizer: OptimizerConfig;
  schedule: ScheduleConfig;
  /** Epochs over which the learning rate rises linearly to its full value, before the schedule. */
  warmup: number;
  penalty: PenaltyConfig;
  clip: ClipConfig;
  earlyStopping: EarlyStoppingConfig;
  augmentation: AugmentationConfig;
}

/** A training with anything left out that has a default. */
export type TrainingSettings = Partial<
  Omit<TrainingConfig, 'optimizer' | 'penalty' | 'earlyStopping' | 'augmentation'>
> & {
  optimizer?: OptimizerConfig['name'] | Partial<OptimizerConfig>;
  penalty?: Partial<PenaltyConfig>;
  earlyStopping?: 'none' | Partial<Exclude<EarlyStoppingConfig, 'none'>>;
  augmentation?: Partial<AugmentationConfig>;
};
