import type { Diagnostics } from '../config/types.js';
import type { Diagnosis } from '../memory/diagnosis.js';
import type { RowsAt } from '../memory/layout.js';
import type { TrainingJob } from '../train/job.js';
import { readParameters } from '../train/parameters.js';
import { jacobian, type Trained } from './jacobian.js';
import { norms } from './norm.js';
import { spectrum } from './spectrum.js';

/**
 * Measures a trial that has been trained, at the parameters in its slab, in float64. The same bits on
 * any thread.
 *
 * @param poll asked every few milliseconds at most; false ends the work.
 * @returns false where it was ended.
 */
export function diagnose(
  job: TrainingJob,
  { norm, jacobian: ofJacobian }: Diagnostics,
  record: Diagnosis,
  poll: () => boolean,
): boolean {
  record.clear();
  if (!norm && !ofJacobian) return true;
  const network = trainedNetwork(job);
  if (norm) {
    const { weights, all } = norms(network);
    record.set('weightNorm', weights);
    record.set('parameterNorm', all);
  }
  if (!ofJacobian) return true;
  const factors = jacobian(network, readInputs(job, job.data.train), poll);
  const found = factors && spectrum(factors, poll);
  if (found === undefined) return false;
  record.set('effectiveParameters', found.rank);
  record.set('largestEigenvalue', found.largest);
  record.set('smallestEigenvalue', found.smallest);
  return true;
}

/** A layer without a bias holds zeros in its place. */
function trainedNetwork({ memory, slab, variant }: TrainingJob): Trained {
  const { inputs, layers } = variant.network;
  const { weights, biases } = readParameters(memory, slab);
  return {
    inputs,
    layers: layers.map((layer, l) => ({
      ...layer,
      weights: joined(weights[l]),
      biases: Float64Array.from(biases[l]),
    })),
  };
}

function joined(rows: readonly Float32Array[]): Float64Array {
  const width = rows[0]?.length ?? 0;
  const all = new Float64Array(rows.length * width);
  rows.forEach((row, k) => {
    all.set(row, k * width);
  });
  return all;
}

/** In the order of the set. */
function readInputs(
  { memory: { buffer }, variant }: TrainingJob,
  { rows, x, order }: RowsAt,
): Float64Array {
  const { inputs } = variant.network;
  const numbers = new Uint32Array(buffer, order, rows);
  const found = new Float64Array(rows * inputs);
  numbers.forEach((row, i) => {
    found.set(new Float32Array(buffer, x + 4 * row * inputs, inputs), i * inputs);
  });
  return found;
}
