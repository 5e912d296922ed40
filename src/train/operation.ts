/** A matrix operand: byte offset and leading dimension. */
export interface Operand {
  at: number;
  ld: number;
}

/** A product C (m × n) over k. */
export interface Product {
  c: Operand;
  a: Operand;
  b: Operand;
  m: number;
  n: number;
  k: number;
}

/** An activation a (m × n) of z. */
export interface Forward {
  a: Operand;
  z: Operand;
  m: number;
  n: number;
}

/** The delta d (m × n) through the activations, or their arguments, h. */
export interface Backward {
  d: Operand;
  h: Operand;
  m: number;
  n: number;
}

/** A loss's gradient d (m × n) at outputs o and targets y. */
export interface Delta {
  d: Operand;
  o: Operand;
  y: Operand;
  m: number;
  n: number;
  scale: number;
}

/** A layer h (m × n) under one output neuron with the weights v. */
export interface Neuron {
  h: Operand;
  v: number;
  m: number;
  n: number;
}

/** The way back through both: the neuron's dv and the layer's delta d and bias gradient db. */
export interface NeuronBackward extends Neuron {
  d: Operand;
  e: Operand;
  dv: number;
  db: number;
}

/** And the layer's weight gradient over its inputs x (k × n). */
export interface NeuronGradient extends NeuronBackward {
  dw: Operand;
  x: Operand;
  k: number;
}

/** Random words for (i, j) of a batch of `stride` columns, from column `first` on. c1 is the update. */
export interface Drawn {
  first: number;
  stride: number;
  /** c2, c3, k0, k1; see StreamWords. */
  words: readonly [number, number, number, number];
}

/** `count` floats from float `from` of a parameter block of `total`; p, g and state alike. */
export interface Range {
  from: number;
  count: number;
  total: number;
}

/** The update of parameters p with the gradient g. */
export interface Update extends Range {
  p: number;
  g: number;
}

export interface Adam extends Update {
  m: number;
  v: number;
  beta1: number;
  beta2: number;
  epsilon: number;
}

/** A kernel with what it works on, for each of the kernels K. */
type Each<K extends string, T> = K extends string ? T & { kernel: K } : never;

type Batch =
  | {
      kernel: 'gather_rows';
      dst: Operand;
      src: Operand;
      /** Position in the minibatch of the first row. */
      first: number;
      n: number;
      width: number;
    }
  | {
      kernel: 'gather_images';
      dst: Operand;
      src: Operand;
      first: number;
      n: number;
      height: number;
      width: number;
      channels: number;
      maps: number;
    }
  | (Drawn & { kernel: 'noise_add'; x: Operand; m: number; n: number; deviation: number })
  | (Drawn & {
      kernel: 'dropout';
      dst: Operand;
      src: Operand;
      m: number;
      n: number;
      threshold: number;
      scale: number;
    });

type Products =
  | Each<'gemm_nn' | 'gemm_tn' | 'gemm_nt', Product & { scratch: number }>
  | Each<'gemm_nn_bias' | 'gemm_nn_bias_relu', Product & { scratch: number; bias: number }>
  | (Product & { kernel: 'gemm_tn_relu_backward'; scratch: number; h: Operand })
  | (Product & { kernel: 'gemm_nt_dot' })
  | (Product & { kernel: 'gemm_nt_dot_row_sum'; sum: number })
  | { kernel: 'bias_add'; z: Operand; bias: number; m: number; n: number }
  | { kernel: 'row_sum'; dst: number; a: Operand; m: number; n: number };

type Activations =
  | Each<
      | 'relu_forward'
      | 'sigmoid_forward'
      | 'tanh_forward'
      | 'gelu_forward'
      | 'gelu_tanh_forward'
      | 'silu_forward'
      | 'softplus_forward'
      | 'softmax',
      Forward
    >
  | Each<
      | 'relu_backward'
      | 'sigmoid_backward'
      | 'tanh_backward'
      | 'gelu_backward'
      | 'gelu_tanh_backward'
      | 'silu_backward'
      | 'softplus_backward'
      | 'softmax_backward',
      Backward
    >
  | Each<'leaky_relu_forward' | 'elu_forward', Forward & { parameter: number }>
  | Each<'leaky_relu_backward' | 'elu_backward', Backward & { parameter: number }>;

/** The gradient of a loss; what all of them have is its scale. */
export type LossDelta =
  | Each<'mse_delta' | 'l1_delta' | 'binary_cross_entropy_delta' | 'kl_divergence_delta', Delta>
  | (Delta & { kernel: 'huber_delta'; limit: number })
  | (Delta & { kernel: 'mse_delta_row_sum'; sum: number })
  | {
      kernel: 'softmax_cross_entropy_delta';
      d: Operand;
      o: Operand;
      /** The row of labels. */
      y: number;
      m: number;
      n: number;
      scale: number;
    };

type Neurons =
  | (Neuron & {
      kernel: 'relu_neuron_forward';
      w: Operand;
      x: Operand;
      k: number;
      scratch: number;
      bias: number;
      o: Operand;
      c: number;
    })
  | Each<
      'relu_neuron_backward' | 'sigmoid_neuron_backward' | 'tanh_neuron_backward',
      NeuronBackward
    >
  | Each<
      'relu_neuron_gradient' | 'sigmoid_neuron_gradient' | 'tanh_neuron_gradient',
      NeuronGradient
    >;

type Updates =
  | Each<'add_scaled' | 'add_sign', Update & { factor: number }>
  | (Range & { kernel: 'clamp'; a: number; limit: number })
  | (Range & { kernel: 'scale'; a: number; by: 'clip' | 'dampen' | 'shrink' })
  | {
      kernel: 'square_sum';
      /** What is summed: all gradients that are trained. */
      blocks: readonly { at: number; count: number }[];
      /** The norm beyond which gradients are scaled down. */
      limit: number;
    }
  | (Range & { kernel: 'adagrad_scale'; g: number; v: number; epsilon: number })
  | (Range & {
      kernel: 'adadelta_scale';
      g: number;
      v: number;
      d: number;
      rho: number;
      epsilon: number;
    })
  | (Range & { kernel: 'rms_scale'; g: number; v: number; alpha: number; epsilon: number })
  | (Range & {
      kernel: 'rms_scale_centered';
      g: number;
      v: number;
      c: number;
      alpha: number;
      epsilon: number;
    })
  | (Update & { kernel: 'rmsprop_update'; v: number; alpha: number; epsilon: number })
  | (Update & { kernel: 'sgd_update' })
  | Each<'momentum_update' | 'nesterov_update', Update & { v: number; momentum: number }>
  | (Adam & { kernel: 'adam_update' })
  | (Adam & { kernel: 'amsgrad_update'; w: number });

/**
 * One entry of a compiled step: a kernel, byte offsets, sizes. What changes from step to step is
 * not in here but in the StepState to which the list is bound.
 */
export type Operation = Batch | Products | Activations | LossDelta | Neurons | Updates;

export type KernelName = Operation['kernel'];

/** The operation of one kernel. */
export type Of<K extends KernelName> = Extract<Operation, { kernel: K }>;
