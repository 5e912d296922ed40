import type { TrainingConfig } from '../config/types.js';
import { ceil4 } from '../kernels/contract.js';
import type { RowsAt } from '../memory/layout.js';
import type { LayerTensors, Matrix, SlabLayout } from '../memory/slab.js';
import type { Network } from '../plan/network.js';
import type { Variant } from '../plan/trial.js';
import { ACTIVATIONS } from './activation.js';
import { fuse } from './fuse.js';
import { LOSSES } from './loss.js';
import type { Operand, Operation } from './operation.js';
import { type Range, updateOperation } from './optimizer.js';
import { type Member, partition } from './partition.js';

/** One update on a minibatch of n samples as a flat list: gather, forward, loss, backward, update. */
export function compileStep(
  variant: Variant,
  slab: SlabLayout,
  train: RowsAt,
  n: number,
): Operation[] {
  return fuse(plainStep(variant, slab, train, n));
}

/** The part of a member of a team in one update, in phases with a barrier after each. */
export function compileTeamStep(
  variant: Variant,
  slab: SlabLayout,
  train: RowsAt,
  n: number,
  team: Member,
): Operation[][] {
  return partition(plainStep(variant, slab, train, n), team).map(fuse);
}

function plainStep(
  { network, training }: Variant,
  slab: SlabLayout,
  train: RowsAt,
  n: number,
): Operation[] {
  const ld = slab.batchLd;
  const last = network.layers.length - 1;
  const { units } = network.layers[last];
  const output = { at: slab.layers[last].output, ld };
  const delta = { at: slab.layers[last].delta, ld };
  return [
    ...gather(network, training, slab, train, n, ld),
    ...forward(network, slab, n, ld),
    LOSSES[training.loss].delta(delta, output, { at: slab.y, ld }, units, n),
    ...backward(network, slab, n),
    ...trainedRanges(network, slab).map((range) =>
      updateOperation(training.optimizer, slab, range),
    ),
  ];
}

/** Gather and forward pass of one evaluation block of n samples. */
export function compileEvaluation(
  { network, training }: Variant,
  slab: SlabLayout,
  rows: RowsAt,
  n: number,
): Operation[] {
  const ld = slab.evaluationLd;
  return fuse([...gather(network, training, slab, rows, n, ld), ...forward(network, slab, n, ld)]);
}

function gather(
  { inputs, layers }: Network,
  { loss }: TrainingConfig,
  slab: SlabLayout,
  rows: RowsAt,
  n: number,
  ld: number,
): Operation[] {
  const fetch = (dst: number, src: number, width: number): Operation => ({
    kernel: 'gather_rows',
    dst: { at: dst, ld },
    src: { at: src, ld: width },
    first: 0,
    n,
    width,
  });
  const targets = LOSSES[loss].targets(layers[layers.length - 1].units);
  return [fetch(slab.x, rows.x, inputs), fetch(slab.y, rows.y, targets)];
}

/** z = W·a + b and the activation, layer by layer. */
function forward(network: Network, slab: SlabLayout, n: number, ld: number): Operation[] {
  return network.layers.flatMap(({ units, activation, bias }, l): Operation[] => {
    const { weights, bias: biasAt, output } = slab.layers[l];
    const z = { at: output, ld };
    const b = inputOf(slab, l, ld);
    const { scratch } = slab;
    const k = weights.columns;
    return [
      { kernel: 'gemm_nn', c: z, a: operand(weights), b, m: units, n, k, scratch },
      ...(bias ? [{ kernel: 'bias_add', z, bias: biasAt, m: units, n } as const] : []),
      ...ACTIVATIONS[activation].forward(z, units, n),
    ];
  });
}

/** Deltas and gradients from the output layer down to the lowest layer that is trained. */
function backward(network: Network, slab: SlabLayout, n: number): Operation[] {
  const ld = slab.batchLd;
  const lowest = network.layers.findIndex(({ frozen }) => !frozen);
  const list: Operation[] = [];
  for (let l = network.layers.length - 1; l >= 0; l--) {
    if (lowest < 0 || l < lowest) break;
    const { units, activation, bias, frozen } = network.layers[l];
    const tensors = slab.layers[l];
    const delta = { at: tensors.delta, ld };
    list.push(...ACTIVATIONS[activation].backward(delta, { at: tensors.output, ld }, units, n));
    if (!frozen)
      list.push(...gradients(tensors, delta, inputOf(slab, l, ld), bias, n, slab.scratch));
    if (l > lowest) {
      const below = { at: slab.layers[l - 1].delta, ld };
      const m = tensors.weights.columns;
      const a = operand(tensors.weights);
      list.push({
        kernel: 'gemm_tn',
        c: below,
        a,
        b: delta,
        m,
        n,
        k: units,
        scratch: slab.scratch,
      });
    }
  }
  return list;
}

/** dW = D·Xᵀ and db = Σ D. The form of the sum is chosen by the full shape of dW. */
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
    m <= 2 || n <= 4
      ? { kernel: 'gemm_nt_dot', ...product }
      : { kernel: 'gemm_nt', ...product, scratch },
  ];
}

/** The parameters of layers that are not frozen, neighbours joined. */
function trainedRanges({ layers }: Network, slab: SlabLayout): Range[] {
  const ranges: Range[] = [];
  layers.forEach(({ frozen, units }, l) => {
    if (frozen) return;
    const { weights } = slab.layers[l];
    const from = (weights.offset - slab.parameters) / 4;
    const count = units * weights.ld + ceil4(units);
    const previous = ranges[ranges.length - 1];
    if (previous && previous.from + previous.count === from) previous.count += count;
    else ranges.push({ from, count });
  });
  return ranges;
}

/** What layer l reads: the batch, or the output of the layer below. */
function inputOf(slab: SlabLayout, l: number, ld: number): Operand {
  return { at: l === 0 ? slab.x : slab.layers[l - 1].output, ld };
}

function operand({ offset, ld }: Matrix): Operand {
  return { at: offset, ld };
}
