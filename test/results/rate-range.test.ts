import { describe, expect, test } from 'vitest';
import { rateRanges } from '../../src/results/rate-range.js';
import type { Results, RunRecord } from '../../src/results/schema.js';

/** A network that begins at 10 and ends as told: a loss, or a way to end. */
function resultsOf(
  ends: Record<number, (number | 'diverged' | 'failed' | 'interrupted')[]>,
): Results {
  const rates = Object.keys(ends).map(Number);
  const runs = rates.flatMap((rate) =>
    ends[rate].map((end, seed) => ({
      variant: `v${rate}`,
      seed,
      status: typeof end === 'number' ? 'done' : end,
      final: { train: typeof end === 'number' ? end : null, test: null },
      history: { epoch: [0], train: [10], test: [null] },
    })),
  ) as unknown as RunRecord[];
  return {
    networks: [{ id: 'n', layers: [], params: 7 }],
    variants: rates.map((rate) => ({
      id: `v${rate}`,
      network: 'n',
      hyper: { learningRate: rate },
    })),
    runs,
  } as unknown as Results;
}

const range = (ends: Parameters<typeof resultsOf>[0]) => rateRanges(resultsOf(ends))[0];

describe('rateRanges', () => {
  test('half of what the best takes off, without a gap around it', () => {
    const found = range({ 0.3: [2], 0.1: [4], 0.01: [7.1], 0.001: [5.9], 1: [6], 10: [9] });
    expect(found.points.map(({ learningRate }) => learningRate)).toEqual([
      0.001, 0.01, 0.1, 0.3, 1, 10,
    ]);
    expect(found).toMatchObject({ initial: 10, best: 0.3, usable: { from: 0.1, to: 1 } });
  });

  test('medians over seeds; one lost run is too many', () => {
    const found = range({ 0.1: [3, 5, 4], 1: [1, 'diverged', 1], 2: ['failed', 'diverged'] });
    expect(found.points).toEqual([
      { learningRate: 0.1, loss: 4, lost: 0 },
      { learningRate: 1, loss: 1, lost: 1 },
      { learningRate: 2, loss: null, lost: 2 },
    ]);
    expect(found).toMatchObject({ best: 0.1, usable: { from: 0.1, to: 0.1 } });
  });

  test('an interrupted run says nothing', () => {
    expect(range({ 0.1: [3, 'interrupted'] }).points[0]).toMatchObject({ loss: 3, lost: 0 });
  });

  test('no rate that lowers the loss: none', () => {
    expect(range({ 0.1: [10], 1: [11] })).toMatchObject({ best: null, usable: null });
    expect(range({ 0.1: ['diverged'] })).toMatchObject({ best: null, usable: null });
  });
});
