/** A matrix operand: byte offset and leading dimension. */
export interface Operand {
  at: number;
  ld: number;
}

/** A product C (m × n) over k. */
interface Product {
  c: Operand;
  a: Operand;
  b: Operand;
  m: number;
  n: number;
  k: number;
}

/** An activation a (m × n) of z. */
interface Forward {
  a: Operand;
  z: Operand;
  m: number;
  n: number;
}

/** The delta d (m × n) through the activations h. */
interface Backward {
  d: Operand;
  h: Operand;
  m: number;
  n: number;
}

/** A layer h (m × n) under one output neuron with the weights v. */
interface Neuron {
  h: Operand;
  v: number;
  m: number;
  n: number;
}

/** The way back through both: the neuron's dv and the layer's delta d and bias gradient db. */
interface NeuronBackward extends Neuron {
  d: Operand;
  e: Operand;
  dv: number;
  db: number;
}

/** And the layer's weight gradient over its inputs x (k × n). */
interface NeuronGradient extends NeuronBackward {
  dw: Operand;
  x: Operand;
  k: number;
}

/**
 * One entry of a compiled step: a kernel, byte offsets, sizes. What changes from step to step is
 * not in here but in the StepState to which the list is bound.
 */
export type Operation =
  | {
      kernel: 'gather_rows';
      dst: Operand;
      src: Operand;
      /** Position in the minibatch of the first row. */
      first: number;
      n: number;
      width: number;
    }
  | (Product & { kernel: 'gemm_nn'; scratch: number })
  | (Product & { kernel: 'gemm_tn'; scratch: number })
  | (Product & { kernel: 'gemm_nt'; scratch: number })
  | (Product & { kernel: 'gemm_nn_bias'; scratch: number; bias: number })
  | (Product & { kernel: 'gemm_nn_bias_relu'; scratch: number; bias: number })
  | (Product & { kernel: 'gemm_tn_relu_backward'; scratch: number; h: Operand })
  | (Product & { kernel: 'gemm_nt_dot' })
  | (Product & { kernel: 'gemm_nt_dot_row_sum'; sum: number })
  | { kernel: 'bias_add'; z: Operand; bias: number; m: number; n: number }
  | { kernel: 'row_sum'; dst: number; a: Operand; m: number; n: number }
  | (Forward & { kernel: 'relu_forward' })
  | (Forward & { kernel: 'sigmoid_forward' })
  | (Forward & { kernel: 'tanh_forward' })
  | (Backward & { kernel: 'relu_backward' })
  | (Backward & { kernel: 'sigmoid_backward' })
  | (Backward & { kernel: 'tanh_backward' })
  | {
      kernel: 'softmax_cross_entropy_delta';
      d: Operand;
      o: Operand;
      /** The row of labels. */
      y: number;
      m: number;
      n: number;
      scale: number;
    }
  | {
      kernel: 'mse_delta';
      d: Operand;
      o: Operand;
      y: Operand;
      m: number;
      n: number;
      scale: number;
    }
  | {
      kernel: 'mse_delta_row_sum';
      d: Operand;
      o: Operand;
      y: Operand;
      m: number;
      n: number;
      scale: number;
      sum: number;
    }
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
  | (NeuronBackward & { kernel: 'relu_neuron_backward' })
  | (NeuronGradient & { kernel: 'relu_neuron_gradient' })
  | (NeuronBackward & { kernel: 'sigmoid_neuron_backward' })
  | (NeuronGradient & { kernel: 'sigmoid_neuron_gradient' })
  | (NeuronBackward & { kernel: 'tanh_neuron_backward' })
  | (NeuronGradient & { kernel: 'tanh_neuron_gradient' })
  | { kernel: 'sgd_update'; p: number; g: number; count: number }
  | { kernel: 'momentum_update'; p: number; g: number; v: number; count: number; momentum: number }
  | {
      kernel: 'adam_update';
      p: number;
      g: number;
      m: number;
      v: number;
      count: number;
      beta1: number;
      beta2: number;
      epsilon: number;
    };

export type KernelName = Operation['kernel'];

/** What changes between two runs of the same list. */
export interface StepState {
  /** Byte offset of the uint32 row numbers of this batch. */
  rows: number;
  learningRate: number;
  /** Adam: learningRate / (1 − beta1ᵗ) and 1 / √(1 − beta2ᵗ). */
  stepSize: number;
  rootScale: number;
}
