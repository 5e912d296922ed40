import type { LayerTensors } from '../../memory/slab.js';
import { keepsArgument } from '../../plan/activation.js';
import { ACTIVATIONS } from '../activation.js';
import type { TrainingJob } from '../job.js';
import type { Operand, Operation } from '../operation.js';
import { dropout } from './batch.js';
import { forwardLayer, operand } from './layer.js';
import { timesTransposed } from './times-transposed.js';

/** Layer by layer. While training the argument z is kept where the way back asks for it, and outputs
 * are dropped. */
export function forward(job: TrainingJob, n: number, ld: number, training: boolean): Operation[] {
  const { slab, variant } = job;
  const { scratch } = slab;
  return variant.network.layers.flatMap((layer, l): Operation[] => {
    const { argument, output, dropped } = slab.layers[l];
    const input = { at: inputOf(job, l, training), ld };
    const z = { at: training ? argument : output, ld };
    const pass = { input, argument: z, output: { at: output, ld }, n, scratch };
    return [
      ...forwardLayer(layer, slab.layers[l], pass),
      ...(training && layer.dropout > 0 ? [dropout(job, l, n, output, dropped)] : []),
    ];
  });
}

/**
 * Deltas and gradients from the output layer down to the lowest layer that is trained, or to the
 * first.
 */
export function backward(job: TrainingJob, n: number, toFirst = false): Operation[] {
  const { slab, variant } = job;
  const { layers } = variant.network;
  const ld = slab.batchLd;
  const { scratch } = slab;
  const lowest = toFirst ? 0 : layers.findIndex(({ frozen }) => !frozen);
  const list: Operation[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    if (lowest < 0 || l < lowest) break;
    const { units, activation, params, bias, frozen } = layers[l];
    const tensors = slab.layers[l];
    const delta = { at: tensors.delta, ld };
    const h = { at: keepsArgument(activation) ? tensors.argument : tensors.output, ld };
    if (layers[l].dropout > 0) list.push(dropout(job, l, n, tensors.delta, tensors.delta));
    list.push(...ACTIVATIONS[activation].backward(delta, h, units, n, params));
    const input = { at: inputOf(job, l, true), ld };
    if (!frozen) list.push(...gradients(tensors, delta, input, bias, n, scratch));
    if (l > lowest) {
      const c = { at: slab.layers[l - 1].delta, ld };
      const a = operand(tensors.weights);
      const m = tensors.weights.columns;
      list.push({ kernel: 'gemm_tn', c, a, b: delta, m, n, k: units, scratch });
    }
  }
  return list;
}

/** ∂loss/∂x of the first layer's inputs, written over them; the way back has reached it. */
export function backwardToInputs({ slab, variant }: TrainingJob, n: number): Operation[] {
  const { weights, delta } = slab.layers[0];
  const ld = slab.batchLd;
  const { units } = variant.network.layers[0];
  const c = { at: slab.x, ld };
  const b = { at: delta, ld };
  const { columns: m } = weights;
  return [{ kernel: 'gemm_tn', c, a: operand(weights), b, m, n, k: units, scratch: slab.scratch }];
}

/** dW = D·Xᵀ and db = Σ D. */
function gradients(
  { weightGradients, biasGradients }: LayerTensors,
  delta: Operand,
  b: Operand,
  bias: boolean,
  samples: number,
  scratch: number,
): Operation[] {
  const { rows: m, columns: n } = weightGradients;
  const product = { c: operand(weightGradients), a: delta, b, m, n, k: samples };
  return [
    ...(bias ? [{ kernel: 'row_sum', dst: biasGradients, a: delta, m, n: samples } as const] : []),
    timesTransposed(product, scratch),
  ];
}

/** What layer l reads: the batch, or the output of the layer below. */
function inputOf({ slab }: TrainingJob, l: number, training: boolean): number {
  if (l === 0) return slab.x;
  const { dropped, output } = slab.layers[l - 1];
  return training ? dropped : output;
}
