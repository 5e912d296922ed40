import { type InitConfig, nameOf } from '../config/types.js';
import { ceil4, type Kernels } from '../kernels/contract.js';
import type { Matrix } from '../memory/slab.js';
import { fanIn } from '../plan/network.js';
import { initialState } from '../plan/optimizer.js';
import { PURPOSE, Stream, type StreamKey, streamWords } from '../random/stream.js';
import type { TrainingJob } from './job.js';
import type { Member } from './partition.js';

/** The distribution of a layer's weights; biases follow `biasBound` uniformly, 0 for zeros. */
interface Distribution {
  kind: 'uniform' | 'normal';
  /** Bound ±scale of a uniform, standard deviation of a normal distribution. */
  scale: number;
  biasBound: number;
}

/**
 * Sources: `torch` is torch.nn.Linear's default; Glorot & Bengio, AISTATS 2010; He et al., ICCV
 * 2015. Biases are zero but for `torch`.
 */
export function distributionOf(init: InitConfig, fanIn: number, fanOut: number): Distribution {
  switch (nameOf(init)) {
    case 'torch':
      return uniform(1 / Math.sqrt(fanIn), 1 / Math.sqrt(fanIn));
    case 'glorot-uniform':
      return uniform(Math.sqrt(6 / (fanIn + fanOut)));
    case 'glorot-normal':
      return normal(Math.sqrt(2 / (fanIn + fanOut)));
    case 'he-uniform':
      return uniform(Math.sqrt(6 / fanIn));
    case 'he-normal':
      return normal(Math.sqrt(2 / fanIn));
    case 'zeros':
      return uniform(0);
    case 'uniform':
      return uniform((init as { bound: number }).bound);
    case 'normal':
      return normal((init as { deviation: number }).deviation);
    case 'random-features': {
      const { deviation, bound } = init as { deviation: number; bound: number };
      return { kind: 'normal', scale: deviation, biasBound: bound };
    }
  }
}

const uniform = (scale: number, biasBound = 0): Distribution => ({
  kind: 'uniform',
  scale,
  biasBound,
});
const normal = (scale: number): Distribution => ({ kind: 'normal', scale, biasBound: 0 });

/**
 * Draws weights and biases from the seed, or takes those of the job; gradients and all padding become
 * 0, the optimizer's state what it starts from. The members of a team draw or copy a part each: a
 * random number depends on its place alone.
 */
export function initialise(
  job: TrainingJob,
  { member, size }: Member = { member: 0, size: 1 },
): void {
  const { memory, variant, slab, initial } = job;
  const floats = shareOf(slab.parameterFloats, member, size);
  const until = shareOf(slab.parameterFloats, member + 1, size);
  const fill = (block: number, value: number) =>
    new Float32Array(memory.buffer, block + 4 * floats, until - floats).fill(value);
  fill(slab.gradients, 0);
  initialState(variant.training.optimizer).forEach((value, i) => {
    fill(slab.state[i], value);
  });
  if (initial === undefined) draw(job, { member, size });
  else {
    const given = new Float32Array(memory.buffer, initial + 4 * floats, until - floats);
    new Float32Array(memory.buffer, slab.parameters + 4 * floats, until - floats).set(given);
  }
}

function draw(job: TrainingJob, { member, size }: Member): void {
  const { memory, kernels, slab, trial } = job;
  const { network } = job.variant;
  const { seed } = trial;
  network.layers.forEach(({ units, init, bias }, layer) => {
    const inputs = fanIn(network.inputs, network.layers, layer);
    const distribution = distributionOf(init, inputs, units);
    const tensors = slab.layers[layer];
    const rows = { from: shareOf(units, member, size), until: shareOf(units, member + 1, size) };
    const weights = { seed, purpose: PURPOSE.weights, layer };
    drawWeights(memory, kernels, tensors.weights, rows, distribution, weights);
    const biases = { seed, purpose: PURPOSE.biases, layer };
    if (member > 0) return;
    drawBiases(memory, kernels, tensors.bias, units, bias ? distribution : ZERO, biases);
  });
}

/** Where the share of a member begins. */
function shareOf(total: number, member: number, size: number): number {
  return Math.floor((total * member) / size);
}

const ZERO = { kind: 'uniform', scale: 0, biasBound: 0 } as const;

/** Draws the rows `from` … `until` of a layer's weights. */
export function drawWeights(
  memory: WebAssembly.Memory,
  kernels: Kernels,
  { offset, columns, ld }: Matrix,
  { from, until }: { from: number; until: number },
  { kind, scale }: Distribution,
  key: StreamKey,
): void {
  const start = offset + 4 * from * ld;
  const rows = until - from;
  const values = new Float32Array(memory.buffer, start, rows * ld).fill(0);
  if (scale === 0) return;
  const first = from * columns;
  if (kind === 'uniform') {
    kernels.uniform_fill(start, ld, rows, columns, scale, first, ...streamWords(key));
    return;
  }
  const stream = new Stream(key);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      values[i * ld + j] = scale * stream.normal(first + i * columns + j);
    }
  }
}

/** Draws a layer's biases, side by side. */
export function drawBiases(
  memory: WebAssembly.Memory,
  kernels: Kernels,
  bias: number,
  units: number,
  { biasBound }: Distribution,
  key: StreamKey,
): void {
  new Float32Array(memory.buffer, bias, ceil4(units)).fill(0);
  if (biasBound === 0) return;
  kernels.uniform_fill(bias, units, 1, units, biasBound, 0, ...streamWords(key));
}
