import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../src/config/training-defaults.js';
import type { InitConfig } from '../../src/config/types.js';
import { initialise } from '../../src/train/initialise.js';
import { readParameters } from '../../src/train/parameters.js';
import { trainInSteps } from '../../src/train/train.js';
import { createJob } from '../job.js';
import { networkOf, variantOf } from '../variant.js';
import { datasetOf, run } from './runs.js';
import { givenParameters } from './team-cases.js';

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

describe('parameters to start from', () => {
  const layers = [{ units: 9, frozen: true }, { units: 7, bias: false }, 5];
  const network = networkOf(INPUTS, layers, 2);
  const { weights, biases } = givenParameters(network);
  const initial = {
    weights,
    biases: biases.map((each, l) => (l === 1 ? [0, 0, 0, 0, 0, 0, 0] : each)),
  };

  it('are where the drawn ones would be, whatever the seed', async () => {
    const job = await createJob(variantOf(network), dataset, 'wasm', { initial });
    initialise(job);
    const found = readParameters(job.memory, job.slab);
    initial.weights.forEach((layer, l) => {
      expect(found.weights[l]).toEqual(Array.from(layer, (row) => Float32Array.from(row)));
      expect(found.biases[l]).toEqual(Float32Array.from(initial.biases[l]));
    });
  });

  it('stay in a frozen layer, and zeros in a layer without bias', async () => {
    const after = await run(variantOf(network, { epochs: 4 }), dataset, 'wasm', { initial });
    expect(after.weights[0]).toEqual(
      Array.from(initial.weights[0], (row) => Float32Array.from(row)),
    );
    expect(after.biases[0]).toEqual(Float32Array.from(initial.biases[0]));
    expect([...after.biases[1]].every((bias) => Object.is(bias, 0))).toBe(true);
    expect(after.weights[1][0]).not.toEqual(Float32Array.from(initial.weights[1][0]));
  });

  it('train to the same bits as those that trainNetwork is given', async () => {
    const variant = variantOf(network, { epochs: 4, optimizer: OPTIMIZER_DEFAULTS.adam });
    const swept = await run(variant, dataset, 'wasm', { initial });
    const job = await createJob(variant, dataset, 'wasm');
    const course = trainInSteps(job, { record: () => {}, poll: () => true }, initial);
    while (!course.next().done);
    expect(readParameters(job.memory, job.slab)).toEqual({
      weights: swept.weights,
      biases: swept.biases,
    });
  });
});
