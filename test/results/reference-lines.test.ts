import { describe, expect, it } from 'vitest';
import {
  recordedLines,
  referenceLabel,
  referenceLines,
} from '../../src/results/reference-lines.js';
import { sampleParts, sampleResults } from './sample.js';

describe('reference lines', () => {
  it('are medians over the datasets', () => {
    const lines = referenceLines([
      { dataset: 'a', constant: { train: 1, test: 10 }, linear: { train: 1, test: 4 } },
      { dataset: 'b', constant: { train: 3, test: 30 }, linear: { train: 2, test: 6 } },
    ]);
    expect(lines).toEqual({ constant: { train: 2, test: 20 }, linear: { train: 1.5, test: 5 } });
  });

  it('call the fit of least squares the best only where squares count', () => {
    expect(referenceLabel('linear', 'mse')).toBe('best linear fit');
    expect(referenceLabel('linear', 'l1')).toBe('least-squares fit');
    expect(referenceLabel('constant', 'l1')).toBe('constant predictor');
  });

  it('can be read back from the observations', () => {
    const { references } = sampleParts();
    expect(recordedLines(sampleResults().observations)).toEqual(referenceLines(references));
    expect(recordedLines([])).toEqual({});
  });
});
