import { describe, expect, it } from 'vitest';
import { countSizes, lacksError, sortSizes } from '../../src/verdict/sizes.js';
import type { SizeSweep } from '../../src/verdict/types.js';

/** Ten seeds of three sizes, all well but one cell. */
function sweep(set: 'test' | 'train', value: number | null, times = 1): SizeSweep {
  const rows = (own: boolean, usual: number) =>
    Array.from({ length: 10 }, (_, seed) => [usual, own && seed < times ? value : usual, usual]);
  return {
    params: [30, 10, 20],
    test: rows(set === 'test', 1),
    train: rows(set === 'train', 0.5),
    labelVariance: 2,
  };
}

describe('sortSizes', () => {
  it.each([
    ['test', null],
    ['test', Number.NaN],
    ['test', Number.POSITIVE_INFINITY],
    ['test', 0],
    ['train', null],
    ['train', Number.NaN],
    ['train', Number.POSITIVE_INFINITY],
  ] as const)('drops a size of which one %s error is %s', (set, value) => {
    expect(sortSizes(sweep(set, value))).toEqual({ kept: [2, 0], dropped: [1] });
    expect(lacksError(sweep(set, value), 1)).toBe(true);
  });

  it('keeps a size that fits its training rows exactly', () => {
    expect(sortSizes(sweep('train', 0, 10)).kept).toEqual([1, 2, 0]);
  });

  it.each([
    [2, 2, []],
    [2, 3, [1]],
    [1.999, 10, []],
  ])('with the training error at %d in %d of 10 runs drops %j', (error, times, dropped) => {
    expect(sortSizes(sweep('train', error, times)).dropped).toEqual(dropped);
    expect(lacksError(sweep('train', error, times), 1)).toBe(false);
  });

  it('without the variance of the labels takes no size for untrained', () => {
    const { labelVariance, ...rest } = sweep('train', 100, 10);
    expect(sortSizes(rest).dropped).toEqual([]);
  });

  it('leaves equal sizes in the order given', () => {
    const equal = { ...sweep('test', 1), params: [20, 10, 20] };
    expect(sortSizes(equal).kept).toEqual([1, 0, 2]);
    expect(countSizes(equal, [1, 0, 2])).toBe(2);
  });
});
