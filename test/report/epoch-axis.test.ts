import { describe, expect, it } from 'vitest';
import { epochAxis } from '../../src/report/epoch-axis.js';
import { SWEEPS } from './sweeps.js';

describe('epochAxis', () => {
  it('is linear over whole epochs', () => {
    const { scale, ticks } = epochAxis(SWEEPS['the default sweep'](), [0, 250], 6);
    expect([scale(0), scale(5), scale(25)]).toEqual([0, 50, 250]);
    expect(ticks.map(({ value }) => value)).toEqual([0, 5, 10, 15, 20, 25]);
  });

  it('has no half epochs', () => {
    const { ticks } = epochAxis(SWEEPS['one network, one seed, one epoch'](), [0, 250], 6);
    expect(ticks.map(({ value }) => value)).toEqual([0, 1]);
  });

  it('is logarithmic where evaluation is, and still holds 0', () => {
    const { scale, ticks } = epochAxis(SWEEPS['logarithmic evaluation'](), [0, 250], 6);
    expect(scale(0)).toBeGreaterThan(0);
    expect(scale(1000)).toBeLessThan(250);
    expect(scale(99) - scale(9)).toBeCloseTo(scale(999) - scale(99), 6);
    expect(ticks.filter(({ label }) => label !== '').map(({ value }) => value)).toEqual([
      0, 1, 10, 100, 1000,
    ]);
  });
});
