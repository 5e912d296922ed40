import type { FileInput } from './data.js';

/** Activations that take no parameter, by name; the others by name and parameter. */
export type ActivationConfig =
  | 'linear'
  | 'relu'
  | 'sigmoid'
  | 'tanh'
  | 'gelu'
  | 'gelu-tanh'
  | 'silu'
  | 'softplus'
  | 'softmax'
  | { name: 'leaky-relu'; slope: number }
  | { name: 'elu'; alpha: number };

/** What an activation is called. */
export type ActivationName = NameOf<ActivationConfig>;

/** Distributions of initial weights; biases are zero but for `torch`. */
export type InitConfig =
  | 'torch'
  | 'glorot-uniform'
  | 'glorot-normal'
  | 'he-uniform'
  | 'he-normal'
  | 'zeros'
  | { name: 'uniform'; bound: number }
  | { name: 'normal'; deviation: number }
  | { name: 'random-features'; deviation: number; bound: number };

/** What an initialiser is called. */
export type InitName = NameOf<InitConfig>;

/** The name of a choice, whether it stands alone or with parameters. */
export type NameOf<C> = C extends string ? C : C extends { name: infer N } ? N : never;

/** What a choice is called. */
export function nameOf<C extends string | { name: string }>(choice: C): NameOf<C> {
  return (typeof choice === 'string' ? choice : choice.name) as NameOf<C>;
}

/** A hidden layer that differs from what the network says of its layers. */
export interface HiddenLayerConfig {
  units: number;
  activation?: ActivationConfig;
  init?: InitConfig;
  /** Probability that an output is dropped while training, 0 to below 1. */
  dropout?: number;
  bias?: boolean;
  /** Its weights and bias keep their initial values. */
  frozen?: boolean;
}

/** The layer whose outputs are compared with the targets. */
export interface OutputLayerConfig {
  /** `softmax`: the outputs are probabilities; a loss over logits wants `linear`. */
  activation: ActivationConfig;
  bias: boolean;
  frozen: boolean;
  /** Default: as the hidden layers. */
  init?: InitConfig;
}

/** The networks of a sweep. */
export interface NetworksConfig {
  /** The hidden layers of every network, by width or in full; [] is a network without. */
  hidden: (number | HiddenLayerConfig)[][];
  /** Of the hidden layers that do not say otherwise, as all below. */
  activation: ActivationConfig;
  init: InitConfig;
  dropout: number;
  bias: boolean;
  output: OutputLayerConfig;
  /** A model file: all networks start from its parameters, in place of drawn ones. */
  initial?: FileInput;
}

/** Networks with anything left out that has a default. */
export type NetworksSettings = Partial<Omit<NetworksConfig, 'output' | 'initial'>> & {
  output?: Partial<OutputLayerConfig>;
  /** Path of a model file. */
  initial?: string | FileInput;
};
