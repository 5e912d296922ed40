import type { InitName } from '../config/types.js';
import type { SlabLayout } from '../memory/slab.js';
import { fanIn, type Network } from '../plan/network.js';
import { PURPOSE, Stream } from '../random/stream.js';

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

/** Draws weights and biases from the seed; gradients, optimizer state and all padding become 0. */
export function initialise(
  memory: WebAssembly.Memory,
  network: Network,
  slab: SlabLayout,
  seed: number,
): void {
  for (const block of [slab.parameters, slab.gradients, ...slab.state]) {
    new Float32Array(memory.buffer, block, slab.parameterFloats).fill(0);
  }
  network.layers.forEach(({ units, init, bias }, layer) => {
    const inputs = fanIn(network.inputs, network.layers, layer);
    const distribution = INITS[init](inputs, units);
    const { weights, bias: biasAt } = slab.layers[layer];
    const values = new Float32Array(memory.buffer, weights.offset, units * weights.ld);
    drawWeights(values, units, inputs, weights.ld, distribution, {
      seed,
      purpose: PURPOSE.weights,
      layer,
    });
    if (!bias || distribution.biasBound === 0) return;
    const biases = new Float32Array(memory.buffer, biasAt, units);
    const stream = new Stream({ seed, purpose: PURPOSE.biases, layer });
    for (let i = 0; i < units; i++) {
      biases[i] = distribution.biasBound * (2 * stream.uniform(i) - 1);
    }
  });
}

function drawWeights(
  values: Float32Array,
  units: number,
  inputs: number,
  ld: number,
  { kind, scale }: Distribution,
  key: ConstructorParameters<typeof Stream>[0],
): void {
  const stream = new Stream(key);
  for (let i = 0; i < units; i++) {
    for (let j = 0; j < inputs; j++) {
      const element = i * inputs + j;
      const value = kind === 'normal' ? stream.normal(element) : 2 * stream.uniform(element) - 1;
      values[i * ld + j] = scale * value;
    }
  }
}
