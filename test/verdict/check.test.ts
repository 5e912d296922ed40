import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import { isVariance, sweepProblems } from '../../src/verdict/check.js';
import { judge } from '../../src/verdict/judge.js';
import type { SizeSweep } from '../../src/verdict/types.js';
import { made, PEAK } from './sweeps.js';

const GOOD = made({ test: PEAK, seeds: 5 });

describe('sweepProblems', () => {
  it('finds none in a sweep, also of typed arrays', () => {
    expect(sweepProblems(GOOD)).toEqual([]);
    const typed = {
      params: Int32Array.from(GOOD.params),
      test: GOOD.test.map((errors) => Float64Array.from(errors as number[])),
      train: GOOD.train,
    };
    expect(sweepProblems(typed)).toEqual([]);
  });

  it.each<[object, string[]]>([
    [
      { params: undefined },
      ['params: found nothing, expected the number of parameters of every size'],
    ],
    [
      { params: [] },
      ['params: found an empty list, expected the number of parameters of every size'],
    ],
    [
      { params: [1.5, '8', ...GOOD.params.slice(2)] },
      [
        'params[0]: found 1.5, expected a whole number above 0',
        'params[1]: found "8", expected a whole number above 0',
      ],
    ],
    [{ test: 3 }, ['test: found 3, expected a list of errors for every seed']],
    [{ train: [] }, ['train: found an empty list, expected a list of errors for every seed']],
    [
      { test: [...GOOD.test.slice(0, 4), [1, 2]] },
      ['test[4]: found 2 errors, expected 8 as in params'],
    ],
    [{ test: [...GOOD.test.slice(0, 4), 7] }, ['test[4]: found 7, expected a list of errors']],
    [{ train: GOOD.train.slice(1) }, ['train: found 4 seeds, expected 5 as in test']],
    [
      { train: [[-1, 'x', null, Number.NaN, 0, 1, 1, 1], ...GOOD.train.slice(1)] },
      [
        'train[0][0]: found -1, expected a squared error: 0 or more, null where a run has none',
        'train[0][1]: found "x", expected a squared error: 0 or more, null where a run has none',
      ],
    ],
    [{ labelVariance: 0 }, ['labelVariance: found 0, expected a number above 0']],
    [{ noiseVariance: Number.NaN }, ['noiseVariance: found NaN, expected a number from 0']],
  ])('%j', (change, expected) => {
    expect(sweepProblems({ ...GOOD, ...change })).toEqual(expected);
  });

  it.each([[null], [[]], [3], [undefined], ['x']])('of %j', (value) => {
    expect(sweepProblems(value)[0]).toMatch(/^found .*, expected a map of params/);
  });

  it('lets nothing through that judge cannot judge', () => {
    const anything = fc.record({
      params: fc.oneof(fc.array(fc.nat(5)), fc.anything()),
      test: fc.oneof(fc.array(fc.array(fc.double())), fc.anything()),
      train: fc.oneof(fc.array(fc.array(fc.double())), fc.anything()),
      labelVariance: fc.oneof(fc.double(), fc.constant(undefined)),
    });
    fc.assert(
      fc.property(anything, (value) => {
        try {
          expect(judge(value as unknown as SizeSweep).verdict).toBeTypeOf('string');
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });

  it('gives a verdict on every sweep that it lets through', () => {
    const size = fc.integer({ min: 1, max: 30 });
    const error = fc.oneof(
      { weight: 30, arbitrary: fc.double({ min: 1e-6, max: 1e6, noNaN: true }) },
      fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY, 0, 5e-324, 1e308),
    );
    const sweep = fc
      .record({
        params: fc.array(size, { minLength: 1, maxLength: 9 }),
        seeds: fc.integer({ min: 1, max: 12 }),
      })
      .chain(({ params, seeds }) => {
        const rows = fc.array(
          fc.array(error, { minLength: params.length, maxLength: params.length }),
          {
            minLength: seeds,
            maxLength: seeds,
          },
        );
        return fc.record({ params: fc.constant(params), test: rows, train: rows });
      });
    fc.assert(
      fc.property(sweep, (value) => {
        const { p, effect, low, high, dropped } = judge(value);
        if (p === null) return;
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(effect).not.toBeNaN();
        expect(low).toBeLessThanOrEqual(high!);
        expect(dropped.length).toBeLessThan(value.params.length);
      }),
    );
  });
});

it('isVariance', () => {
  expect(
    [0, 1, -1, Number.POSITIVE_INFINITY, '1'].map((v) => isVariance(v, 'noiseVariance')),
  ).toEqual([true, true, false, false, false]);
  expect([0, 1, null].map((v) => isVariance(v, 'labelVariance'))).toEqual([false, true, false]);
});
