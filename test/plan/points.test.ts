import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.js';
import { settingsOf } from '../../src/config/variants/settings.js';
import type { Entry } from '../../src/plan/plan.js';
import { fixedPoints } from '../../src/plan/points.js';

const shape = { inputs: 2, outputs: 1, trainRows: 9, validationRows: 0, testRows: 4 };
const entries = (count: number, more: Partial<Entry> = {}): Entry[] =>
  Array.from({ length: count }, (_, seed) => ({ seed, shape, ...more }));
const settings = (input: object = {}) => settingsOf(resolveConfig(input));

describe('fixedPoints', () => {
  it('are the test rows of the first seed, where none of them is a training row of another', () => {
    const found = fixedPoints(entries(3, { ownTests: true }), settings(), 3);
    expect(found).toEqual([0, 0, 0].map((dataset) => ({ dataset, rescaled: false })));
    expect(fixedPoints(entries(3), settings(), 3)).toEqual([undefined, undefined, undefined]);
  });

  it('are those of the only dataset', () => {
    expect(fixedPoints(entries(1), settings(), 3)).toEqual([{ dataset: 0, rescaled: false }]);
  });

  it('are brought to the scale of the others', () => {
    const data = { kind: 'tutorial', scaling: 'standard' };
    const found = fixedPoints(entries(2, { ownTests: true }), settings({ data }), 2);
    expect(found.map((point) => point!.rescaled)).toEqual([false, true]);
  });

  it('of several groups are each its own', () => {
    const groups = settings({ variants: { grid: { noiseVariance: [0.1, 0.2] } } });
    const both = [...entries(2, { ownTests: true }), ...entries(2, { ownTests: true, group: 1 })];
    expect(fixedPoints(both, groups, 2).map((point) => point!.dataset)).toEqual([0, 0, 2, 2]);
  });

  it('are none of one seed, of classes, of folds, of no test rows', () => {
    const own = { ownTests: true };
    expect(fixedPoints(entries(1, own), settings(), 1)).toEqual([undefined]);
    const classes = { ...shape, encoding: 'one-hot' } as const;
    expect(fixedPoints(entries(1, { shape: classes }), settings(), 2)).toEqual([undefined]);
    expect(fixedPoints(entries(1, { fold: 0, ...own }), settings(), 2)).toEqual([undefined]);
    const none = { ...shape, testRows: 0 };
    expect(fixedPoints(entries(1, { shape: none }), settings(), 2)).toEqual([undefined]);
  });
});
