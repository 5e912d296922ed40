import { expect } from 'vitest';
import { loadKernels } from '../../src/entries/kernels-node.js';
import { trainNetwork } from '../../src/entries/train.js';
import { inputOf, problemOf } from './float64/problems.js';
import { type Problem, train } from './float64/trainer.js';

/** Of float32 against float64 over nine updates, relative to the largest. */
const LIMITS = { losses: 5e-6, parameters: 2e-5 };

const library = { wasm: await loadKernels(), js: await loadKernels({ backend: 'js' }) };

/** Trains with both trainers, and compares losses, weights and biases. */
export async function expectToFollow(changes: Partial<Problem>, widths?: number[]): Promise<void> {
  const { problem, model } = problemOf(changes, widths);
  const input = inputOf(problem, structuredClone(model));
  const curve = train(model, problem);
  expect(curve.at(-1)).not.toBe(curve[0]);
  for (const kernels of [library.wasm, library.js]) {
    const { history, weights, biases } = await trainNetwork({ kernels, ...input });
    const losses = history.map((point) => point.train);
    expect(deviation(losses, curve)).toBeLessThan(LIMITS.losses);
    expect(deviation(weights, model.weights)).toBeLessThan(LIMITS.parameters);
    expect(deviation(biases, model.biases)).toBeLessThan(LIMITS.parameters);
  }
}

/** The largest difference, relative to the largest number that is expected. */
export function deviation(found: unknown, expected: unknown): number {
  const [a, b] = [flat(found), flat(expected)];
  expect(a).toHaveLength(b.length);
  const largest = Math.max(...b.map(Math.abs)) || 1;
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]))) / largest;
}

function flat(values: unknown): number[] {
  if (typeof values === 'number') return [values];
  return Array.from(values as ArrayLike<unknown>).flatMap(flat);
}
