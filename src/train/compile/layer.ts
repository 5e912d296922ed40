import type { LayerTensors, Matrix } from '../../memory/slab.js';
import type { Layer } from '../../plan/network.js';
import { ACTIVATIONS } from '../activation.js';
import type { Operand, Operation } from '../operation.js';

/** Where a layer reads and writes a batch: inputs × n → units × n. */
export interface LayerPass {
  input: Operand;
  /** The argument of the activation; may be the same place as `output`. */
  argument: Operand;
  output: Operand;
  n: number;
  scratch: number;
}

/** z = W·a + b, then the activation. */
export function forwardLayer(
  { units, activation, params, bias }: Pick<Layer, 'units' | 'activation' | 'params' | 'bias'>,
  { weights, bias: biasAt }: Pick<LayerTensors, 'weights' | 'bias'>,
  { input: b, argument: z, output: a, n, scratch }: LayerPass,
): Operation[] {
  const k = weights.columns;
  return [
    { kernel: 'gemm_nn', c: z, a: operand(weights), b, m: units, n, k, scratch },
    ...(bias ? [{ kernel: 'bias_add', z, bias: biasAt, m: units, n } as const] : []),
    ...ACTIVATIONS[activation].forward(a, z, units, n, params),
  ];
}

export function operand({ offset, ld }: Matrix): Operand {
  return { at: offset, ld };
}
