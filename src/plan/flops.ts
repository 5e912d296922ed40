import type { Diagnostics } from '../config/types.js';
import { jacobianFlops } from './diagnostics.js';
import { fanIn, type Network } from './network.js';
import type { DatasetShape, Trial, Variant } from './trial.js';

/** Sustained speed that estimates assume, by backend, in FLOP per ms; and the cost of one kernel
 * call. Only the order of trials, the size of tasks and `--dry-run` depend on them. */
const FLOP_PER_MS = { wasm: 20e6, js: 1.5e6 };
/** Of plain float64 loops. */
const FLOAT64_PER_MS = 0.8e6;
const CALLS_PER_LAYER = 6;
const MS_PER_CALL = 30e-6;

/** A network as far as the size of its products is concerned. */
export interface Widths {
  inputs: number;
  layers: readonly { units: number }[];
}

/** Multiplications and additions of the products of a forward pass over `samples` samples. */
export function forwardFlops({ inputs, layers }: Widths, samples: number): number {
  let flops = 0;
  layers.forEach(({ units }, l) => {
    flops += 2 * units * fanIn(inputs, layers, l) * samples;
  });
  return flops;
}

/** Of one update: forward, dW, and dX of the layers from the second on. */
export function updateFlops(network: Network, samples: number): number {
  const all = forwardFlops(network, samples);
  const first = 2 * network.layers[0].units * network.inputs * samples;
  return 3 * all - first;
}

export function trialFlops(
  { network, training }: Variant,
  trial: Trial,
  data: DatasetShape,
): number {
  const rows = data.trainRows + data.validationRows + data.testRows;
  return (
    training.epochs * updateFlops(network, data.trainRows) +
    trial.evaluate.length * forwardFlops(network, rows)
  );
}

/** A guess at the time of a trial on one thread, in ms. */
export function trialMilliseconds(
  variant: Variant,
  trial: Trial,
  data: DatasetShape,
  backend: 'wasm' | 'js',
  diagnostics?: Diagnostics,
): number {
  const { epochs, batchSize } = variant.training;
  const updates = epochs * Math.ceil(data.trainRows / batchSize);
  const calls = (updates + trial.evaluate.length) * variant.network.layers.length * CALLS_PER_LAYER;
  const jacobian = diagnostics?.jacobian
    ? jacobianFlops(variant.network, data) / FLOAT64_PER_MS
    : 0;
  return calls * MS_PER_CALL + trialFlops(variant, trial, data) / FLOP_PER_MS[backend] + jacobian;
}
