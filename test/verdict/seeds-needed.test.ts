import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../src/stats/student-t.js';
import { seedsNeeded } from '../../src/verdict/seeds-needed.js';
import { choosingSeeds } from '../../src/verdict/splits.js';

const side = (mean: number, deviation: number) => ({ n: 10, mean, deviation });
const t = (n: number, level: number) =>
  studentQuantile(1 - level, n - 1) + studentQuantile(0.8, n - 1);

describe('seedsNeeded', () => {
  it('shows a peak that is too high to be excluded', () => {
    const test = { rise: Math.log(2), deviation: 1 };
    const high = side(Math.log(2), 1);
    const found = seedsNeeded(10, 1, test, { left: high, right: high })!;
    const suffices = (n: number) => {
      const judging = n - choosingSeeds(n);
      return Math.sqrt(judging) * test.rise >= t(judging, 0.05);
    };
    expect(suffices(found)).toBe(true);
    expect(suffices(found - 1)).toBe(false);
    expect(found).toBe(21);
    expect(seedsNeeded(10, 4, test, { left: high, right: high })).toBeGreaterThan(found);
  });

  it('excludes one where there seems to be none', () => {
    const found = seedsNeeded(
      10,
      1,
      { rise: 0, deviation: 1 },
      { left: side(0, 0.5), right: side(1, 1) },
    )!;
    const suffices = (n: number) => Math.sqrt(n) * Math.log(1.5) >= 0.5 * t(n, 0.05);
    expect(suffices(found)).toBe(true);
    expect(suffices(found - 1)).toBe(false);
  });

  it('needs more where the same seeds have chosen the height', () => {
    const test = { rise: 0, deviation: 1 };
    const [level, chosen] = [side(0, 0.5), side(0.3, 0.5)];
    const least = seedsNeeded(10, 1, test, { left: level, right: level })!;
    expect(seedsNeeded(10, 1, test, { left: chosen, right: chosen })).toBeGreaterThan(least);
  });

  it('names more than there are, and gives up beyond 1,000', () => {
    const quiet = side(0, 1e-9);
    expect(seedsNeeded(12, 1, { rise: 0, deviation: 1e-9 }, { left: quiet, right: quiet })).toBe(
      13,
    );
    const wild = side(0, 50);
    const noisy = { rise: 0.05, deviation: 50 };
    expect(seedsNeeded(12, 1, noisy, { left: wild, right: wild })).toBeNull();
    expect(seedsNeeded(2000, 1, noisy, { left: quiet, right: quiet })).toBeNull();
  });

  it('does not take a rise below 1.1 × for a peak', () => {
    const high = side(Math.log(1.6), 0.01);
    const test = { rise: Math.log(1.09), deviation: 0.001 };
    const shown = { rise: Math.log(1.11), deviation: 0.001 };
    const far = { ...high, deviation: 40 };
    expect(seedsNeeded(10, 1, test, { left: far, right: far })).toBeNull();
    expect(seedsNeeded(10, 1, shown, { left: far, right: far })).toBe(11);
  });
});
