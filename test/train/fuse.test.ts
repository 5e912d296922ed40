import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS as D } from '../../src/config/training-defaults.js';
import type { HiddenLayerConfig, OptimizerConfig } from '../../src/config/types.js';
import type { VariantTraining } from '../../src/plan/trial.js';
import { compileStep } from '../../src/train/compile/step.js';
import { createJob } from '../job.js';
import { networkOf, type Style, variantOf } from '../variant.js';
import { datasetOf } from './runs.js';

async function kernelsOf(
  inputs: number,
  hidden: (number | HiddenLayerConfig)[],
  outputs: number,
  style: Style = {},
  training: Partial<VariantTraining> = {},
): Promise<string[]> {
  const network = networkOf(inputs, hidden, outputs, style);
  const variant = variantOf(network, { batchSize: 100, ...training });
  const job = await createJob(variant, datasetOf({ train: 100, test: 1, inputs, outputs }), 'js');
  return compileStep(job, 100).map((o) => o.kernel);
}

const updateOf = async (optimizer: OptimizerConfig) =>
  (await kernelsOf(4, [32], 1, {}, { optimizer })).slice(5);

describe('a compiled step', () => {
  it('of one narrow hidden layer and one output is six calls', async () => {
    expect(await kernelsOf(4, [32], 1)).toEqual([
      'gather_rows',
      'gather_rows',
      'relu_neuron_forward',
      'mse_delta_row_sum',
      'relu_neuron_gradient',
      'sgd_update',
    ]);
  });

  it.each(['sigmoid', 'tanh'] as const)('of a %s layer and one output is eight', async (name) => {
    expect(await kernelsOf(4, [32], 1, { activation: name })).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias',
      `${name}_forward`,
      'gemm_nn_bias',
      'mse_delta_row_sum',
      `${name}_neuron_gradient`,
      'sgd_update',
    ]);
    expect(await kernelsOf(4, [3, 16], 1, { activation: name })).toContain(
      `${name}_neuron_backward`,
    );
  });

  it('keeps the delta of the upper layer where a lower layer needs it', async () => {
    expect(await kernelsOf(4, [16, 16], 1)).toEqual([
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
    expect(await kernelsOf(4, [3, 16], 1)).toContain('relu_neuron_backward');
  });

  it('of several outputs or none hidden uses the plain products', async () => {
    expect(await kernelsOf(9, [20], 5)).toEqual([
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
    expect(await kernelsOf(3, [], 1)).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias',
      'mse_delta_row_sum',
      'gemm_nt_dot',
      'sgd_update',
    ]);
  });

  it('keeps the argument of an activation whose gradient asks for it', async () => {
    expect(await kernelsOf(4, [32], 1, { activation: 'gelu' })).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias',
      'gelu_forward',
      'gemm_nn_bias',
      'mse_delta_row_sum',
      'gemm_nt_dot',
      'gemm_tn',
      'gelu_backward',
      'gemm_nt_dot_row_sum',
      'sgd_update',
    ]);
  });

  it('drops outputs and deltas, and fuses nothing across', async () => {
    expect(await kernelsOf(4, [32], 1, { dropout: 0.5 })).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias_relu',
      'dropout',
      'gemm_nn_bias',
      'mse_delta_row_sum',
      'gemm_nt_dot',
      'gemm_tn',
      'dropout',
      'relu_backward',
      'gemm_nt_dot_row_sum',
      'sgd_update',
    ]);
  });

  it('goes back no further than it trains', async () => {
    const frozen = { units: 16, frozen: true };
    expect(await kernelsOf(4, [frozen, 16], 1)).toEqual([
      'gather_rows',
      'gather_rows',
      'gemm_nn_bias_relu',
      'relu_neuron_forward',
      'mse_delta_row_sum',
      'relu_neuron_backward',
      'gemm_nt',
      'sgd_update',
    ]);
    const output = { frozen: true };
    const all = await kernelsOf(4, [frozen, frozen], 1, { output });
    expect(all.slice(-1)).toEqual(['mse_delta']);
  });

  it('updates by what the optimizer is made of', async () => {
    expect(await updateOf(D.adam)).toEqual(['adam_update']);
    expect(await updateOf({ ...D.adam, amsgrad: true })).toEqual(['amsgrad_update']);
    expect(await updateOf(D.rmsprop)).toEqual(['rmsprop_update']);
    expect(await updateOf({ ...D.rmsprop, centered: true, momentum: 0.5 })).toEqual([
      'rms_scale_centered',
      'momentum_update',
    ]);
    expect(await updateOf({ ...D.momentum, dampening: 0.5, weightDecay: 0.1 })).toEqual([
      'add_scaled',
      'scale',
      'momentum_update',
    ]);
    // Weights of both layers apart from their biases.
    expect(await updateOf({ ...D.adamw, decayBiases: false })).toEqual([
      'scale',
      'scale',
      'adam_update',
    ]);
  });
});
