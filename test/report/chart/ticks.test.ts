import { describe, expect, it } from 'vitest';
import { tickLabel } from '../../../src/report/chart/tick-label.js';
import { linearTicks, logTicks, wholeTicks } from '../../../src/report/chart/ticks.js';

function labels(ticks: readonly { label: string }[]): string[] {
  return ticks.flatMap(({ label }) => (label === '' ? [] : [label]));
}

describe('logTicks', () => {
  it('names powers of ten, with the multiples as minor ticks', () => {
    const ticks = logTicks(0.007, 420, 8);
    expect(labels(ticks)).toEqual(['0.01', '0.1', '1', '10', '100']);
    expect(ticks[0]).toEqual({ value: 0.007, label: '' });
  });

  it('names 1, 2 and 5 times them where there are few', () => {
    expect(labels(logTicks(3, 80, 8))).toEqual(['5', '10', '20', '50']);
  });

  it('names round values where even those are too few', () => {
    expect(labels(logTicks(2.1, 2.6, 6))).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5', '2.6']);
  });

  it('leaves powers out where there are many', () => {
    const ticks = logTicks(1e-29, 1e7, 8);
    expect(labels(ticks).length).toBeLessThanOrEqual(8);
    expect(ticks).toHaveLength(37);
  });

  it('survives the ends of float64', () => {
    expect(labels(logTicks(5e-324, 1.7e308, 8)).length).toBeGreaterThan(3);
  });
});

describe('linear ticks', () => {
  it('are round, and whole where asked', () => {
    expect(labels(linearTicks(0, 5000, 5))).toEqual([
      '0',
      '1,000',
      '2,000',
      '3,000',
      '4,000',
      '5,000',
    ]);
    expect(labels(wholeTicks(0, 2, 8))).toEqual(['0', '1', '2']);
  });
});

describe('tickLabel', () => {
  it('writes powers beyond the readable with a raised exponent', () => {
    expect(tickLabel(0.01)).toBe('0.01');
    expect(tickLabel(100000)).toBe('100,000');
    expect(tickLabel(1e-9)).toMatch(/^10<tspan[^>]*>−9<\/tspan>$/);
    expect(tickLabel(2e6)).toMatch(/^2·10<tspan[^>]*>6<\/tspan>$/);
    expect(tickLabel(0.30000000000000004)).toBe('0.3');
  });
});
