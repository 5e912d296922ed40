import { describe, expect, it } from 'vitest';
import type { ActivationName } from '../../src/config/types.js';
import { slabOf } from '../../src/memory/layout.js';
import { buildNetwork } from '../../src/plan/network.js';
import type { Variant } from '../../src/plan/trial.js';
import { compileStep } from '../../src/train/compile.js';

function kernelsOf(
  inputs: number,
  hidden: number[],
  outputs: number,
  activation: ActivationName = 'relu',
): string[] {
  const network = buildNetwork(inputs, hidden, outputs, { activation, init: 'torch' });
  const variant: Variant = {
    id: 'v',
    network,
    hyper: {},
    training: {
      epochs: 1,
      batchSize: 100,
      shuffle: false,
      loss: 'mse',
      optimizer: { name: 'sgd', learningRate: 0.1 },
    },
  };
  const shape = { inputs, outputs, trainRows: 100, validationRows: 0, testRows: 1 };
  const trial = {
    index: 0,
    variant: 0,
    dataset: 0,
    seed: 1,
    method: 'gradient',
    evaluate: [0],
  } as const;
  const slab = slabOf({ variants: [variant], datasets: [shape], trials: [trial] }, 0, 0);
  return compileStep(variant, slab, { rows: 100, x: 1 << 20, y: 1 << 21 }, 100).map(
    (o) => o.kernel,
  );
}

describe('a compiled step', () => {
  it('of one narrow hidden layer and one output is six calls', () => {
    expect(kernelsOf(4, [32], 1)).toEqual([
      'gather_rows',
      'gather_rows',
      'relu_neuron_forward',
      'mse_delta_row_sum',
      'relu_neuron_gradient',
      'sgd_update',
    ]);
  });

  it.each(['sigmoid', 'tanh'] as const)('of a %s layer and one output is eight', (name) => {
    expect(kernelsOf(4, [32], 1, name)).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias',
      `${name}_forward`,
      'gemm_nn_bias',
      'mse_delta_row_sum',
      `${name}_neuron_gradient`,
      'sgd_update',
    ]);
    expect(kernelsOf(4, [3, 16], 1, name)).toContain(`${name}_neuron_backward`);
  });

  it('keeps the delta of the upper layer where a lower layer needs it', () => {
    expect(kernelsOf(4, [16, 16], 1)).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias_relu',
      'relu_neuron_forward',
      'mse_delta_row_sum',
      'relu_neuron_backward',
      'gemm_nt',
      'gemm_tn_relu_backward',
      'gemm_nt_dot_row_sum',
      'sgd_update',
    ]);
    expect(kernelsOf(4, [3, 16], 1)).toContain('relu_neuron_backward');
  });

  it('of several outputs or none hidden uses the plain products', () => {
    expect(kernelsOf(9, [20], 5)).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias_relu',
      'gemm_nn_bias',
      'mse_delta_row_sum',
      'gemm_nt',
      'gemm_tn_relu_backward',
      'row_sum',
      'gemm_nt',
      'sgd_update',
    ]);
    expect(kernelsOf(3, [], 1)).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias',
      'mse_delta_row_sum',
      'gemm_nt_dot',
      'sgd_update',
    ]);
  });
});
