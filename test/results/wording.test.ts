import { describe, expect, it } from 'vitest';
import { counted, figure, grouped, listed, percent, setting } from '../../src/results/wording.js';

describe('figure', () => {
  it.each([
    [0.0118, '0.0118'],
    [98.04, '98.0'],
    [0, '0'],
    [999.4, '999'],
    [999.6, '1,000'],
    [12345, '12,300'],
    [999_499, '999,000'],
    [1_234_567, '1.23e6'],
    [0.0000123, '1.23e-5'],
    [-2.468, '-2.47'],
    [null, '–'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('of %s is %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });
});

describe('setting', () => {
  it('has no trailing zeros', () => {
    expect([0.001, 0.1 * 0.01, 10, 1e-8].map(setting)).toEqual(['0.001', '0.001', '10', '1e-8']);
  });
});

describe('grouped and counted', () => {
  it('set thousands apart', () => {
    expect([0, 999, 1000, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([counted(1, 'run'), counted(0, 'run'), counted(1200, 'run')]).toEqual([
      '1 run',
      '0 runs',
      '1,200 runs',
    ]);
  });
});

describe('listed', () => {
  it('joins names and counts those past the limit', () => {
    expect(listed([])).toBe('none');
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more');
  });
});

describe('percent', () => {
  it.each([
    [0, '0 %'],
    [1e-5, '< 0.1 %'],
    [0.5, '50.0 %'],
    [0.97247, '97.2 %'],
    [0.9999, '> 99.9 %'],
    [1, '100 %'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('of %s is %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});
