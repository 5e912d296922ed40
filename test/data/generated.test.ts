import { describe, expect, it } from 'vitest';
import { open, samplesOf } from './samples.js';

const SEEDS = { seed: 3, seeds: 2 };
const MOONS = { kind: 'moons', train: 40, test: 8 };

describe('generated data', () => {
  it('are one dataset a seed, or one for all', async () => {
    const seeds = async (data: object) =>
      (await open(data, { seeds: SEEDS })).entries.map(({ seed }) => seed);
    expect(await seeds({})).toEqual([3, 4]);
    expect(await seeds({ vary: 'none' })).toEqual([3]);
  });

  it('hold back training rows for validation, class by class if asked', async () => {
    const data = { ...MOONS, validationFraction: 0.25, split: 'stratified', encoding: 'number' };
    const source = await open(data, { seeds: SEEDS });
    expect(source.entries[0].shape).toMatchObject({
      trainRows: 30,
      validationRows: 10,
      testRows: 8,
    });
    const dataset = source.dataset(0);
    const labels = samplesOf(dataset, dataset.validation).map(({ y }) => y[0]);
    expect(labels.filter((label) => label === 1).length).toBe(5);
    expect(dataset.test.order).toBeUndefined();
  });

  it('keep the same rows whatever is held back', async () => {
    const whole = (await open(MOONS)).dataset(0);
    const split = (await open({ ...MOONS, validationFraction: 0.25 })).dataset(0);
    expect(split.test).toEqual(whole.test);
    expect(split.train.x).toEqual(whole.train.x);
  });

  it('are a function of the seed', async () => {
    const data = { ...MOONS, validationFraction: 0.2, scaling: 'standard', labelNoise: 0.1 };
    const first = (await open(data, { seeds: SEEDS })).dataset(1);
    expect((await open(data, { seeds: { seed: 4, seeds: 1 } })).dataset(0)).toEqual(first);
  });
});
