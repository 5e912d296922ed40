import { describe, expect, it } from 'vitest';
import type { InitConfig } from '../../src/config/types.js';
import { initialise } from '../../src/train/initialise.js';
import { readParameters } from '../../src/train/parameters.js';
import { createJob } from '../job.js';
import { networkOf, variantOf } from '../variant.js';
import { datasetOf, run } from './runs.js';

const INPUTS = 50;
const UNITS = 200;
const dataset = datasetOf({ train: 20, test: 5, inputs: INPUTS, outputs: 2 });

async function drawn(init: InitConfig) {
  const variant = variantOf(networkOf(INPUTS, [UNITS], 2, { init }));
  const job = await createJob(variant, dataset, 'wasm');
  initialise(job);
  const { weights, biases } = readParameters(job.memory, job.slab);
  return { weights: weights[0].flatMap((row) => [...row]), biases: [...biases[0]] };
}

const deviation = (values: number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

describe('initial weights', () => {
  it.each<[InitConfig, number]>([
    ['torch', 1 / Math.sqrt(INPUTS)],
    ['glorot-uniform', Math.sqrt(6 / (INPUTS + UNITS))],
    ['he-uniform', Math.sqrt(6 / INPUTS)],
    [{ name: 'uniform', bound: 0.3 }, 0.3],
  ])('%o fills its bounds evenly', async (init, bound) => {
    const { weights, biases } = await drawn(init);
    const largest = Math.max(...weights.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(Math.fround(bound));
    expect(largest).toBeGreaterThan(0.999 * bound);
    // Of 10,000 draws, five standard errors.
    expect(Math.abs(deviation(weights) / (bound / Math.sqrt(3)) - 1)).toBeLessThan(0.025);
    expect(biases.some((bias) => bias !== 0)).toBe(init === 'torch');
  });

  it.each<[InitConfig, number]>([
    ['glorot-normal', Math.sqrt(2 / (INPUTS + UNITS))],
    ['he-normal', Math.sqrt(2 / INPUTS)],
    [{ name: 'normal', deviation: 0.7 }, 0.7],
  ])('%o has its deviation and normal tails', async (init, sigma) => {
    const { weights, biases } = await drawn(init);
    expect(Math.abs(deviation(weights) / sigma - 1)).toBeLessThan(0.036);
    const beyond = weights.filter((weight) => Math.abs(weight) > 1.96 * sigma).length;
    expect(Math.abs(beyond / weights.length - 0.05)).toBeLessThan(0.011);
    expect(biases.every((bias) => Object.is(bias, 0))).toBe(true);
  });

  it('zeros are +0', async () => {
    const { weights, biases } = await drawn('zeros');
    expect([...weights, ...biases].every((value) => Object.is(value, 0))).toBe(true);
  });
});

describe('what is not trained', () => {
  it('a frozen layer keeps every bit, a layer without bias its zeros', async () => {
    const layers = [{ units: 9, frozen: true }, { units: 7, bias: false }, 5];
    const variant = variantOf(networkOf(INPUTS, layers, 2), { epochs: 4 });
    const job = await createJob(variant, dataset, 'wasm');
    initialise(job);
    const before = readParameters(job.memory, job.slab);
    const after = await run(variant, dataset);
    expect(after.weights[0]).toEqual(before.weights[0]);
    expect(after.biases[0]).toEqual(before.biases[0]);
    expect([...after.biases[1]].every((bias) => Object.is(bias, 0))).toBe(true);
    for (const l of [1, 2, 3]) expect(after.weights[l]).not.toEqual(before.weights[l]);
  });
});
