import { ceil4 } from '../../kernels/contract.js';
import type { RowsAt } from '../../memory/layout.js';
import { movesImages } from '../../plan/augmentation.js';
import { PURPOSE, type StreamKey, streamWords } from '../../random/stream.js';
import type { TrainingJob } from '../job.js';
import { lossOf } from '../loss.js';
import type { Operation } from '../operation.js';

/** Inputs and targets of the samples that the batch names, features × samples. */
export function gather(job: TrainingJob, rows: RowsAt, n: number, ld: number): Operation[] {
  const { slab, variant } = job;
  return [fetch(slab.x, rows.x, variant.network.inputs, n, ld), targets(job, rows, n, ld)];
}

/** As gather, with the inputs disturbed as the training asks for. */
export function gatherTraining(job: TrainingJob, n: number, ld: number): Operation[] {
  const { slab, variant, data, shape, trial } = job;
  const { inputs } = variant.network;
  const { augmentation } = variant.training;
  const x = { at: slab.x, ld };
  const inputsOf: Operation =
    shape.image && movesImages(augmentation)
      ? {
          kernel: 'gather_images',
          dst: x,
          src: { at: data.train.x, ld: inputs },
          first: 0,
          n,
          ...shape.image,
          maps: slab.maps,
        }
      : fetch(slab.x, data.train.x, inputs, n, ld);
  const noise: Operation = {
    kernel: 'noise_add',
    x,
    m: inputs,
    n,
    deviation: augmentation.noise,
    ...drawn({ seed: trial.seed, purpose: PURPOSE.noise }, n),
  };
  return [inputsOf, ...(augmentation.noise > 0 ? [noise] : []), targets(job, data.train, n, ld)];
}

/** Zeroes outputs of layer l at random, and scales the others up. Deltas go the same way. */
export function dropout(job: TrainingJob, l: number, n: number, from: number, to: number) {
  const { slab, variant, trial } = job;
  const { units, dropout } = variant.network.layers[l];
  const ld = slab.batchLd;
  return {
    kernel: 'dropout',
    dst: { at: to, ld },
    src: { at: from, ld },
    m: units,
    n,
    threshold: Math.min(4294967295, Math.round(dropout * 4294967296)),
    scale: 1 / (1 - dropout),
    ...drawn({ seed: trial.seed, purpose: PURPOSE.dropout, layer: l }, n),
  } as const;
}

/** Random words of a batch of n samples; the first of the counter is the update's number. */
function drawn(key: StreamKey, n: number) {
  const [, ...words] = streamWords(key);
  return { first: 0, stride: ceil4(n), words };
}

function targets({ slab, variant }: TrainingJob, rows: RowsAt, n: number, ld: number): Operation {
  const { layers } = variant.network;
  const width = lossOf(variant.training.loss).targets(layers[layers.length - 1].units);
  return fetch(slab.y, rows.y, width, n, ld);
}

function fetch(dst: number, src: number, width: number, n: number, ld: number): Operation {
  return {
    kernel: 'gather_rows',
    dst: { at: dst, ld },
    src: { at: src, ld: width },
    first: 0,
    n,
    width,
  };
}
