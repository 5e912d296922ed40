import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/config/problem.js';
import { resolveConfig } from '../../../src/config/resolve.js';
import { checkedRates } from '../../../src/config/variants/check-rate.js';
import { settingsOf } from '../../../src/config/variants/settings.js';

const RATE = 'training.optimizer.learningRate';
const checked = (input: object = {}) =>
  resolveConfig({ ...input, diagnostics: { checkRate: true } });

function problemsOf(input: object): string[] {
  try {
    checked(input);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('checkRate', () => {
  it('is one more axis: the learning rate, a third and three times of it', () => {
    const config = checked();
    expect(config.variants).toEqual({ grid: { [RATE]: [0.003333, 0.01, 0.03] } });
    expect(config.diagnostics).toEqual({ checkRate: true });
    const rates = settingsOf(config).map(({ config: own, hyper }) => {
      expect(hyper).toEqual({ learningRate: own.training.optimizer.learningRate });
      return own.training.optimizer.learningRate;
    });
    expect(rates).toEqual([0.003333, 0.01, 0.03]);
  });

  it('comes back as it is', () => {
    const config = checked({ variants: { grid: { batchSize: [10, 20] } } });
    expect(resolveConfig(config)).toEqual(config);
    expect(settingsOf(config)).toHaveLength(6);
  });

  it('keeps the rate, and three rates apart, whatever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), (rate) => {
        const [third, same, thrice] = checkedRates(rate);
        expect(same).toBe(rate);
        expect((3 * third) / rate).toBeCloseTo(1, 3);
        expect(thrice / (3 * rate)).toBeCloseTo(1, 3);
      }),
    );
  });

  it.each([
    ['a grid', { grid: { learningRate: [0.1, 0.2] } }],
    ['a grid of optimizers', { grid: { optimizer: ['sgd', 'adam'] } }],
    ['a list', { list: [{ 'optimizer.learningRate': 0.1 }, { batchSize: 5 }] }],
    ['random draws', { random: { over: { 'learning-rate': { from: 0.1, to: 1 } } } }],
  ])('refuses %s that varies the rate, too', (_, variants) => {
    expect(problemsOf({ variants })).toEqual([
      'diagnostics.checkRate: found together with variants of the learning rate or the optimizer, expected one of them',
    ]);
  });

  it('says so where a rate does not fit the schedule', () => {
    const schedule = { name: 'cosine', minimum: 0.005 };
    expect(problemsOf({ training: { schedule } })).toEqual([
      'training.schedule.minimum: found 0.005, expected at most the learning rate 0.003333',
    ]);
  });

  it('does not hide what is wrong with the section itself', () => {
    expect(problemsOf({ variants: { grid: { nothing: [1] } } })[0]).toContain(
      'found unknown "nothing"',
    );
  });
});
