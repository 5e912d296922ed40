import { expect, it } from 'vitest';
import { shareAxis } from '../../src/report/share-axis.js';

it.each([
  { values: [0.84, 0.97], low: 0.8 },
  { values: [1, 1, null], low: 0.9 },
  { values: [0.08, 0.9], low: 0 },
  { values: [], low: 0.9 },
])('goes from a round share below $values up to 100 %', ({ values, low }) => {
  const { y, ticks } = shareAxis(values, [100, 0], 5);
  expect([y.low, y.high]).toEqual([low, 1]);
  expect(ticks.at(-1)).toEqual({ value: 1, label: '100 %' });
  expect([y.holds(low), y.holds(1), y.holds(low - 0.01), y.holds(null)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
