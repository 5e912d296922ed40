import { describe, expect, it } from 'vitest';
import { bandPath, linePath } from '../../../src/report/chart/shape.js';

describe('linePath', () => {
  it('joins points and breaks at gaps; a lone point is a dot', () => {
    expect(linePath([[0, 1], [2, 3.04], null, [5, 6]])).toBe('M0 1L2 3M5 6h0');
    expect(linePath([null, null])).toBe('');
    expect(linePath([])).toBe('');
  });
});

describe('bandPath', () => {
  it('goes along the upper line and back along the lower', () => {
    expect(
      bandPath(
        [
          [0, 1],
          [1, 1],
        ],
        [
          [0, 5],
          [1, 6],
        ],
      ),
    ).toBe('M0 1L1 1L1 6L0 5Z');
  });

  it('is broken where either line is', () => {
    const upper = [[0, 1], null, [2, 1], [3, 1]] as const;
    const lower = [[0, 5], [1, 5], null, [3, 5]] as const;
    expect(bandPath(upper, lower)).toBe('M0 1L0 5ZM3 1L3 5Z');
  });
});
