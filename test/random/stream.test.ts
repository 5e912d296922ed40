import { describe, expect, it } from 'vitest';
import { permute } from '../../src/random/permutation.js';
import { PURPOSE, Stream } from '../../src/random/stream.js';

const stream = (seed: number, step = 0, layer = 0) =>
  new Stream({ seed, purpose: PURPOSE.weights, layer, step });

describe('Stream', () => {
  it('does not depend on the order of drawing', () => {
    const up = stream(7);
    const down = stream(7);
    const ascending = Array.from({ length: 50 }, (_, i) => up.uniform(i));
    const descending = Array.from({ length: 50 }, (_, i) => down.uniform(49 - i)).reverse();
    expect(ascending).toEqual(descending);
  });

  it('differs by seed (also above 2^32), layer, step and purpose', () => {
    const first = [
      stream(1),
      stream(2),
      stream(1 + 2 ** 32),
      stream(1, 1),
      stream(1, 0, 1),
      new Stream({ seed: 1, purpose: PURPOSE.biases }),
    ].map((each) => each.word(0));
    expect(new Set(first).size).toBe(first.length);
  });

  it('is uniform and normal in its first two moments', () => {
    const source = stream(3);
    const n = 20000;
    let [sum, square, normalSum, normalSquare] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const u = source.uniform(i);
      const z = source.normal(n + i);
      sum += u;
      square += u * u;
      normalSum += z;
      normalSquare += z * z;
    }
    expect(Math.abs(sum / n - 1 / 2)).toBeLessThan(0.01);
    expect(Math.abs(square / n - 1 / 3)).toBeLessThan(0.01);
    expect(Math.abs(normalSum / n)).toBeLessThan(0.03);
    expect(Math.abs(normalSquare / n - 1)).toBeLessThan(0.05);
  });

  it('permutes every item exactly once, and differently by step', () => {
    const order = (step: number) => {
      const items = Uint32Array.from({ length: 101 }, (_, i) => i);
      permute(items, stream(5, step));
      return Array.from(items);
    };
    expect(order(0)).not.toEqual(order(1));
    expect(order(0).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 101 }, (_, i) => i));
  });
});
