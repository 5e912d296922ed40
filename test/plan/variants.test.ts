import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.js';
import type { VariantsSettings } from '../../src/config/types.js';
import { settingsOf } from '../../src/config/variants/settings.js';
import { groupData } from '../../src/plan/groups.js';
import { countParameters } from '../../src/plan/network.js';
import { planSweep } from '../../src/plan/plan.js';

const SHAPE = { inputs: 4, outputs: 1, trainRows: 500, validationRows: 0, testRows: 50 };
const entry = (seed: number, group = 0) => ({ seed, shape: SHAPE, group });

function planOf(variants: VariantsSettings, hidden?: number[][], seeds = 1) {
  const networks = hidden ? { networks: { hidden } } : {};
  const config = resolveConfig({ variants, seed: 1, seeds, ...networks });
  return planSweep(config, [entry(1)]);
}

test('setting by setting, the networks of each; ids say what the network does not', () => {
  const { variants } = planOf({ grid: { batchSize: [10, 20] } }, [[2], [3]]);
  expect(variants.map(({ id, hyper, training }) => [id, hyper, training.batchSize])).toEqual([
    ['4-2-1 batchSize=10', { batchSize: 10 }, 10],
    ['4-3-1 batchSize=10', { batchSize: 10 }, 10],
    ['4-2-1 batchSize=20', { batchSize: 20 }, 20],
    ['4-3-1 batchSize=20', { batchSize: 20 }, 20],
  ]);
  const wide = planOf({ grid: { width: [2, 3], l2: [0, 1] } }).variants;
  expect(wide.map(({ id }) => id)).toEqual([
    '4-2-1 l2=0',
    '4-2-1 l2=1',
    '4-3-1 l2=0',
    '4-3-1 l2=1',
  ]);
});

test('networks of one shape and another activation are two', () => {
  const { variants } = planOf({ grid: { activation: ['relu', 'tanh'], l2: [0, 1] } }, [[2]]);
  expect(variants.map(({ network }) => network.id)).toEqual([
    '4-2-1 relu',
    '4-2-1 relu',
    '4-2-1 tanh',
    '4-2-1 tanh',
  ]);
  expect(planOf({ grid: { l2: [0, 1] } }, [[2]]).variants[0].network.id).toBe('4-2-1');
});

test('epochs of their own are evaluated by themselves', () => {
  const { trials } = planOf({ grid: { epochs: [1, 3] } }, [[2]]);
  expect(trials.map(({ evaluate }) => evaluate)).toEqual([
    [0, 1],
    [0, 1, 2, 3],
  ]);
});

describe('parameters', () => {
  test('depths of nearly equal size', () => {
    const { variants } = planOf({ grid: { depth: [1, 2, 3, 4], params: [1000] } });
    const counts = variants.map(({ network }) => countParameters(network));
    expect(variants.map(({ network }) => network.id)).toEqual([
      '4-166-1',
      '4-28-28-1',
      '4-20-20-20-1',
      '4-17-17-17-17-1',
    ]);
    expect(counts).toEqual([997, 981, 961, 1021]);
  });

  test('the nearest width, by trying all', () => {
    for (const params of [13, 100, 777]) {
      const { variants } = planOf({ grid: { params: [params] } }, [[6, 3]]);
      const error = Math.abs(countParameters(variants[0].network) - params);
      const tried = Array.from({ length: 60 }, (_, i) => i + 1).map((units) => {
        const second = Math.max(1, Math.round(units / 2));
        return Math.abs(units * 5 + second * (units + 1) + second + 1 - params);
      });
      expect(error).toBe(Math.min(...tried));
    }
  });

  test.each<[VariantsSettings, number[][] | undefined, string]>([
    [{ grid: { params: [5] } }, undefined, 'found 5, expected 7 or more for this depth'],
    [
      { grid: { depth: [0], params: [50] } },
      undefined,
      'found 50, expected a network with a hidden layer to scale',
    ],
    [
      { grid: { params: [50] } },
      [[2], [3]],
      'found "4-8-1" twice, expected networks that differ once they are scaled',
    ],
  ])('%j', (variants, hidden, message) => {
    expect(() => planOf(variants, hidden)).toThrow(message);
  });
});

describe('groups of data', () => {
  const config = resolveConfig({
    seed: 1,
    seeds: 2,
    networks: { hidden: [[2]] },
    variants: { grid: { train: [100, 200], l2: [0, 1] } },
  });

  test('settings on the same data share it', () => {
    const { groups, of } = groupData(settingsOf(config));
    expect(groups.map(({ data }) => data)).toMatchObject([{ train: 100 }, { train: 200 }]);
    expect(of).toEqual([0, 0, 1, 1]);
  });

  test('a loss that takes other targets is another group', () => {
    const losses = resolveConfig({ variants: { grid: { loss: ['mse', 'l1'] } } });
    expect(groupData(settingsOf(losses)).of).toEqual([0, 1]);
  });

  test('every trial on its own entry', () => {
    const entries = [entry(1), entry(2), entry(1, 1), entry(2, 1)];
    const { trials, variants } = planSweep(config, entries);
    expect(variants).toHaveLength(4);
    expect(trials.map(({ variant, seed, dataset }) => [variant, seed, dataset])).toEqual([
      [0, 1, 0],
      [0, 2, 1],
      [1, 1, 0],
      [1, 2, 1],
      [2, 1, 2],
      [2, 2, 3],
      [3, 1, 2],
      [3, 2, 3],
    ]);
  });
});
