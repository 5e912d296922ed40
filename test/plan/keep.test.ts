import { expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.js';
import { keptTrials } from '../../src/plan/keep.js';
import { planSweep } from '../../src/plan/plan.js';

const shape = { inputs: 4, outputs: 1, trainRows: 100, validationRows: 0, testRows: 10 };

function planOf(widths: number[]) {
  const config = resolveConfig({ seeds: 3, networks: { hidden: widths.map((width) => [width]) } });
  const entries = [42, 43, 44].flatMap((seed) => [0, 1].map((fold) => ({ seed, fold, shape })));
  return planSweep(config, entries);
}

test('a representative is the first seed and fold of its variant', () => {
  const plan = planOf([2, 3]);
  const kept = [...keptTrials(plan, 'representative')].map((i) => plan.trials[i]);
  expect(kept).toMatchObject([
    { variant: 0, seed: 42, fold: 0 },
    { variant: 1, seed: 42, fold: 0 },
  ]);
});

test('all and none', () => {
  const plan = planOf([2, 3]);
  expect(keptTrials(plan, 'all').size).toBe(12);
  expect(keptTrials(plan, 'none').size).toBe(0);
});

test('representatives never take more than 512 MiB, what is asked for may', () => {
  const widths = Array.from({ length: 30 }, (_, i) => 900_000 + i);
  const plan = planOf(widths);
  const kept = [...keptTrials(plan, 'representative')];
  expect(kept).toEqual(Array.from({ length: 24 }, (_, i) => 6 * i));
  const bytes = kept.map((_, i) => 4 * (6 * widths[i] + 1)).reduce((sum, each) => sum + each);
  expect(bytes).toBeLessThan(2 ** 29);
  expect(bytes + 4 * 6 * widths[24]).toBeGreaterThan(2 ** 29);
  expect(keptTrials(plan, 'all').size).toBe(180);
});
