import { describe, expect, it } from 'vitest';
import { HEAT_STEPS } from '../../src/report/chart/heat.js';
import { scoreShades } from '../../src/report/score-shades.js';
import type { Score } from '../../src/results/score.js';

const score = (measure: Score['measure'], sign: 1 | -1): Score => ({
  measure,
  sign,
  noun: measure,
  statistic: 'median',
  by: 'test',
  shown: 'test',
  write: String,
});
const loss = score('loss', -1);

describe('shades', () => {
  it('are the deeper the lower a loss, by its logarithm', () => {
    const shades = scoreShades([1, 10, 100], loss);
    expect([1, 10, 100].map(shades.step)).toEqual([HEAT_STEPS, 11, 1]);
    expect([shades.best, shades.isCut]).toEqual([1, false]);
    expect(shades.worst).toBeCloseTo(100);
    expect(shades.middle).toBeCloseTo(10);
  });

  it('are the deeper the higher an accuracy', () => {
    const shades = scoreShades([0.5, 0.75, 1, null], score('accuracy', 1));
    expect([0.5, 0.75, 1].map(shades.step)).toEqual([1, 11, HEAT_STEPS]);
  });

  it('do not spend themselves on a value far beyond the others', () => {
    const values = [10, 20, 30, 40, 1e20];
    const shades = scoreShades(values, loss);
    expect(shades.isCut).toBe(true);
    expect(shades.worst).toBeLessThan(200);
    expect(shades.step(1e20)).toBe(1);
    expect(shades.step(40) - shades.step(20)).toBeLessThan(-3);
  });

  it('bear losses of zero, one value, none', () => {
    expect(scoreShades([0, 1, 2], loss).step(0)).toBe(HEAT_STEPS);
    expect(scoreShades([5, 5], loss).step(5)).toBe(HEAT_STEPS);
    expect(scoreShades([null], loss).best).toEqual(expect.any(Number));
  });
});
