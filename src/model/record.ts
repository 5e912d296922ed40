import type { ActivationName } from '../config/types.js';

/** A trained network, with all that is needed to use it elsewhere. */
export interface ModelRecord {
  network: ModelNetwork;
  /** `weights[layer][unit]`: one float32 for each input of the layer. */
  weights: Float32Array[][];
  /** `biases[layer]`: one float32 for each unit; zeros in a layer without a bias. */
  biases: Float32Array[];
  /** What the inputs went through before the first layer; absent: they came as they are. */
  scale?: ModelScale;
  answer: ModelAnswer;
  /** Where every row is an image, channels last: its inputs are `height × width × channels`. */
  image?: { height: number; width: number; channels: number };
  /** Where it comes from (config, seed, losses, …): kept as it is, any finite JSON. */
  origin: Record<string, unknown>;
}

/** Fully connected layers; the last is the output layer. */
export interface ModelNetwork {
  inputs: number;
  layers: readonly ModelLayer[];
}

/** activation(W · a + b) */
export interface ModelLayer {
  units: number;
  activation: ActivationName;
  /** Of the activation: slope (leaky-relu), alpha (elu); else {}. */
  params: Readonly<Record<string, number>>;
  bias: boolean;
}

/** Every input becomes (x − shift) / unit in float64, rounded to float32; 0 where the unit is 0. */
export interface ModelScale {
  /** One finite number for each input; as `unit`, which is 0 or more. */
  shift: readonly number[];
  unit: readonly number[];
}

/** What the outputs mean. */
export type ModelAnswer =
  | { kind: 'numbers' }
  | {
      /** The largest output says the class; of equal ones the first. */
      kind: 'classes';
      /** As many as outputs. */
      classes: number;
      /** What they are called, in the order of their numbers. */
      classNames?: readonly string[];
      outputs: OutputScale;
    }
  | {
      /** Every output by itself says yes where it is above the threshold. */
      kind: 'binary';
      threshold: number;
      /** What no and yes are called, where there is one output. */
      classNames?: readonly string[];
      outputs: OutputScale;
    };

/** `logits`: probabilities by a softmax (classes) or a sigmoid (binary); `scores`: numbers that make no
 * probabilities, such as linear outputs trained by squared errors, or a sigmoid for each class. */
export type OutputScale = 'logits' | 'probabilities' | 'scores';
