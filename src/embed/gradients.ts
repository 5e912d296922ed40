import { bind } from '../train/bind.js';
import { compileGradients } from '../train/compile/step.js';
import { createEvaluator } from '../train/evaluate.js';
import { initialise } from '../train/initialise.js';
import type { TrainingJob } from '../train/job.js';
import { readGradients, writeParameters } from '../train/parameters.js';
import { penaltyOf } from '../train/penalty.js';
import { createStepState } from '../train/step-state.js';
import { resolveInput } from './input.js';
import { createJob } from './job.js';
import type { TrainingInput } from './types.js';

/** One forward and backward pass over all training rows. */
export interface Gradients {
  /** Of the last layer, `output[sample][unit]`. */
  output: Float32Array[];
  /** Of the data, and what the penalties add. */
  loss: number;
  penalty: number;
  /** Of loss + penalty, as `weights` and `biases` of a trained network. */
  weights: Float32Array[][];
  biases: Float32Array[];
  /** Of the loss, `input[sample][feature]`. */
  input: Float32Array[];
}

/**
 * The gradients of the loss over all training rows at the initial parameters: what an update on one
 * batch of them all would go by, before clipping and weight decay, and without dropout and
 * augmentation.
 *
 * @throws {InputError} as trainNetwork does.
 */
export function computeGradients(input: GradientsInput): Gradients {
  const undisturbed = withoutChance(input);
  const rows = resolveInput(undisturbed).shape.trainRows;
  const training = { ...undisturbed.training, batchSize: rows };
  const job = createJob({ ...undisturbed, training });
  initialise(job);
  if (input.initial) writeParameters(job.memory, job.slab, input.initial);
  const { kernels, variant, slab } = job;
  const loss = createEvaluator(job, slab, 'train', () => true)()?.[0] ?? Number.NaN;
  const state = createStepState();
  state.rows = job.data.train.order;
  state.update = 0;
  for (const run of bind(kernels, compileGradients(job, rows), state)) run();
  const { inputs, layers } = variant.network;
  const { weights, biases } = readGradients(job.memory, slab);
  return {
    output: samples(job, slab.layers[layers.length - 1].output, layers[layers.length - 1].units),
    loss,
    penalty: penaltyOf(job),
    weights,
    biases,
    input: samples(job, slab.x, inputs),
  };
}

/** What gradients need of a training. */
export type GradientsInput = Omit<TrainingInput, 'signal' | 'onEpoch' | 'evaluate'>;

/** With a batch of one row, which any number of them allows. */
function withoutChance({ network, training, ...input }: GradientsInput): GradientsInput {
  const hidden = network.hidden.map((layer) =>
    typeof layer === 'number' ? layer : { ...layer, dropout: 0 },
  );
  const { augmentation: _, ...settings } = training ?? {};
  return {
    ...input,
    network: { ...network, hidden, dropout: 0 },
    training: { ...settings, batchSize: 1 },
  };
}

/** A features × samples matrix of the batch, sample by sample. */
function samples({ memory, slab, data }: TrainingJob, at: number, rows: number): Float32Array[] {
  const ld = slab.batchLd;
  const matrix = new Float32Array(memory.buffer, at, rows * ld);
  return Array.from({ length: data.train.rows }, (_, j) =>
    Float32Array.from({ length: rows }, (_, i) => matrix[i * ld + j]),
  );
}
