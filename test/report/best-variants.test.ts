import { describe, expect, it } from 'vitest';
import { bestOnly } from '../../src/report/best-variants.js';
import { sampleResults } from '../results/sample.js';
import { gridResults } from '../results/varied-sample.js';
import { SWEEPS } from './sweeps.js';

describe('bestOnly', () => {
  it('keeps the best, best first, and says so', () => {
    const { shown, notes } = bestOnly(gridResults(), 3);
    const ids = shown.variants.map(({ hyper }) => `${hyper.batchSize} ${hyper.learningRate}`);
    expect(ids).toEqual(['50 0.1', '5 0.01', '5 0.1']);
    expect(shown.aggregate.map(({ variant }) => variant)).toEqual(
      shown.variants.map(({ id }) => id),
    );
    expect(new Set(shown.runs.map(({ variant }) => variant)).size).toBe(3);
    expect(notes).toEqual([
      'The 3 best of 12 variants by median test error, best first; variants.csv has all.',
    ]);
  });

  it('leaves as they are what is few, and sizes however many', () => {
    const few = gridResults();
    expect(bestOnly(few, 12)).toEqual({ shown: few, notes: [] });
    const sizes = SWEEPS['forty networks']();
    expect(bestOnly(sizes, 24).shown).toBe(sizes);
    const one = sampleResults({ seeds: 1 });
    expect(bestOnly(one, 1).shown).toBe(one);
  });
});
