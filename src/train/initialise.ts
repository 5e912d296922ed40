import type { InitName } from '../config/types.js';
import { ceil4 } from '../kernels/contract.js';
import type { LayerTensors, Matrix, SlabLayout } from '../memory/slab.js';
import { fanIn, type Network } from '../plan/network.js';
import { PURPOSE, Stream } from '../random/stream.js';
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
const INITS: Record<InitName, (fanIn: number, fanOut: number) => Distribution> = {
  torch: (n) => ({ kind: 'uniform', scale: 1 / Math.sqrt(n), biasBound: 1 / Math.sqrt(n) }),
  'glorot-uniform': (n, m) => ({ kind: 'uniform', scale: Math.sqrt(6 / (n + m)), biasBound: 0 }),
  'glorot-normal': (n, m) => ({ kind: 'normal', scale: Math.sqrt(2 / (n + m)), biasBound: 0 }),
  'he-uniform': (n) => ({ kind: 'uniform', scale: Math.sqrt(6 / n), biasBound: 0 }),
  'he-normal': (n) => ({ kind: 'normal', scale: Math.sqrt(2 / n), biasBound: 0 }),
};

/**
 * Draws weights and biases from the seed; gradients, optimizer state and all padding become 0. The
 * members of a team draw a part each: a random number depends on its place alone.
 */
export function initialise(
  memory: WebAssembly.Memory,
  network: Network,
  slab: SlabLayout,
  seed: number,
  { member, size }: Member = { member: 0, size: 1 },
): void {
  const share = (total: number, index: number) => Math.floor((total * index) / size);
  const floats = share(slab.parameterFloats, member);
  const until = share(slab.parameterFloats, member + 1);
  for (const block of [slab.gradients, ...slab.state]) {
    new Float32Array(memory.buffer, block + 4 * floats, until - floats).fill(0);
  }
  network.layers.forEach(({ units, init, bias }, layer) => {
    const inputs = fanIn(network.inputs, network.layers, layer);
    const distribution = INITS[init](inputs, units);
    const tensors = slab.layers[layer];
    const rows = { from: share(units, member), until: share(units, member + 1) };
    drawWeights(memory, tensors.weights, rows, distribution, seed, layer);
    if (member === 0) drawBiases(memory, tensors, bias ? distribution : ZERO, seed, layer);
  });
}

const ZERO = { kind: 'uniform', scale: 0, biasBound: 0 } as const;

function drawWeights(
  memory: WebAssembly.Memory,
  { offset, rows: units, columns, ld }: Matrix,
  { from, until }: { from: number; until: number },
  { kind, scale }: Distribution,
  seed: number,
  layer: number,
): void {
  const values = new Float32Array(memory.buffer, offset, units * ld);
  values.fill(0, from * ld, until * ld);
  const stream = new Stream({ seed, purpose: PURPOSE.weights, layer });
  for (let i = from; i < until; i++) {
    for (let j = 0; j < columns; j++) {
      const element = i * columns + j;
      const value = kind === 'normal' ? stream.normal(element) : 2 * stream.uniform32(element) - 1;
      values[i * ld + j] = scale * value;
    }
  }
}

function drawBiases(
  memory: WebAssembly.Memory,
  { bias, weights: { rows: units } }: LayerTensors,
  { biasBound }: Distribution,
  seed: number,
  layer: number,
): void {
  const values = new Float32Array(memory.buffer, bias, ceil4(units)).fill(0);
  if (biasBound === 0) return;
  const stream = new Stream({ seed, purpose: PURPOSE.biases, layer });
  for (let i = 0; i < units; i++) values[i] = biasBound * (2 * stream.uniform32(i) - 1);
}
