import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jacobian, type Trained } from '../../src/diagnose/jacobian.js';
import { spectrum } from '../../src/diagnose/spectrum.js';
import { denseJacobian, randomNetwork, randomRows } from './networks.js';

const N = 40;
const D = 3;
const of = (network: Trained, x = randomRows(N, network.inputs)) =>
  spectrum(jacobian(network, x)!)!;
const relu = (h: number, seed = 1) => randomNetwork({ inputs: D, widths: [h, 1], seed });
type Layer = Trained['layers'][number];
/** With a layer changed. */
const withLayer = (network: Trained, at: number, change: (layer: Layer) => Layer): Trained => ({
  ...network,
  layers: network.layers.map((layer, l) => (l === at ? change(layer) : layer)),
});
const scaledBy = (values: Float64Array, at: (i: number) => number) =>
  values.map((value, i) => value * at(i));

/** Rank by elimination with full pivoting: another way to it. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  const most = Math.max(...left.flat().map(Math.abs));
  for (let rank = 0; ; rank++) {
    let [r, c, best] = [-1, -1, 1e-9 * most];
    for (let i = rank; i < left.length; i++) {
      left[i].forEach((value, j) => {
        if (Math.abs(value) > best) [r, c, best] = [i, j, Math.abs(value)];
      });
    }
    if (r < 0) return rank;
    [left[rank], left[r]] = [left[r], left[rank]];
    for (let i = rank + 1; i < left.length; i++) {
      const factor = left[i][c] / left[rank][c];
      left[i] = left[i].map((value, j) => value - factor * left[rank][j]);
    }
  }
}

describe('the rank', () => {
  it('is known: every ReLU unit that is bent by the samples has inputs + 1 parameters', () => {
    for (let h = 1; h <= 12; h++) {
      // Kinks in the middle of the samples.
      const network = withLayer(relu(h), 0, (layer) => ({
        ...layer,
        biases: scaledBy(layer.biases, () => 0.05),
      }));
      for (const n of [10, 150]) {
        const found = of(network, randomRows(n, D));
        expect(found.rank, `${h} units`).toBe(Math.min(n, h * (D + 1) + 1));
      }
    }
  });

  it('is that of the matrix, by elimination', () => {
    const shape = fc.record({
      inputs: fc.integer({ min: 1, max: 3 }),
      widths: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
      activation: fc.constantFrom('relu' as const, 'linear' as const),
      bias: fc.boolean(),
      seed: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(shape, (each) => {
        const found = jacobian(randomNetwork(each), randomRows(8, each.inputs))!;
        expect(spectrum(found)!.rank).toBe(rankOf(denseJacobian(found)));
      }),
    );
  });

  it('does not count units that are dead, or twice the same', () => {
    const whole = relu(4);
    const dead = withLayer(whole, 0, (layer) => ({
      ...layer,
      biases: layer.biases.map((bias, k) => (k === 1 ? -100 : bias)),
    }));
    expect(of(dead).rank).toBe(of(whole).rank - (D + 1));
    const twin = withLayer(whole, 0, ({ weights, biases, ...layer }) => ({
      ...layer,
      weights: weights.map((value, at) => (Math.floor(at / D) === 1 ? weights[at - D] : value)),
      biases: biases.map((value, k) => (k === 1 ? biases[0] : value)),
    }));
    expect(of(twin).rank).toBe(of(whole).rank - (D + 1));
  });

  it('is 0 of a network of which nothing moves', () => {
    const network = randomNetwork({ inputs: D, widths: [2, 1], bias: false });
    const none = network.layers.map((layer) => ({ ...layer, weights: layer.weights.fill(0) }));
    expect(of({ ...network, layers: none })).toEqual({ rank: 0, largest: 0, smallest: 0 });
  });

  it('does not depend on the units of the inputs', () => {
    const network = relu(6);
    const x = randomRows(N, D);
    const unit = (i: number) => [1e7, 1, 1e-6][i % D];
    const moved = withLayer(network, 0, (layer) => ({
      ...layer,
      weights: scaledBy(layer.weights, (i) => 1 / unit(i)),
    }));
    expect(of(moved, scaledBy(x, unit)).rank).toBe(of(network, x).rank);
  });
});

describe('the eigenvalues', () => {
  it('are the largest and the smallest that is not 0', () => {
    // J of a linear model is its inputs: orthogonal columns of lengths 3 and ½.
    const network = randomNetwork({ inputs: 2, widths: [1], bias: false });
    const found = of(network, Float64Array.of(3, 0, 0, 0.5, 0, 0));
    expect(found).toEqual({ rank: 2, largest: 9, smallest: 0.25 });
  });

  it('are those of JᵀJ, which has fewer rows', () => {
    const network = randomNetwork({ inputs: 2, widths: [2, 1], activation: 'tanh', bias: false });
    const x = randomRows(30, 2);
    const rows = denseJacobian(jacobian(network, x)!);
    const { largest, smallest, rank } = of(network, x);
    expect(rank).toBe(6);
    // The product of all eigenvalues lies between the powers of the extremes, their sum is the trace.
    const trace = rows.flat().reduce((sum, value) => sum + value * value, 0);
    expect(largest).toBeLessThan(trace);
    expect(largest).toBeGreaterThan(trace / 6);
    expect(smallest).toBeGreaterThan(0);
    expect(smallest).toBeLessThan(trace / 6);
  });

  it('are not known of a network that is not finite', () => {
    const network = withLayer(relu(2), 1, (layer) => ({
      ...layer,
      weights: layer.weights.fill(Number.NaN),
    }));
    expect(of(network).rank).toBeNaN();
    const far = withLayer(relu(2), 0, (layer) => ({
      ...layer,
      weights: layer.weights.fill(Number.POSITIVE_INFINITY),
    }));
    expect(of(far).largest).toBeNaN();
  });
});

it('ends when it is told to', () => {
  for (const h of [2, 12]) {
    const found = jacobian(relu(h), randomRows(N, D))!;
    let calls = 0;
    expect(spectrum(found, () => calls++ >= 0)).toBeDefined();
    for (const share of [0, 0.2, 0.4, 0.6, 0.8, 0.99]) {
      let left = Math.floor(share * calls);
      expect(spectrum(found, () => left-- > 0)).toBeUndefined();
    }
  }
});
