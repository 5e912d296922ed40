import { expect, it } from 'vitest';
import { mulberry32 } from '../../src/random/mulberry32.js';

// From an implementation in Python, over whole numbers of any size.
it.each([
  [1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741]],
  [0xdeadbeef, [0.9413696140982211, 0.26719574979506433, 0.772033357527107]],
])('the numbers after %d', (seed, expected) => {
  const uniform = mulberry32(seed);
  expect(expected.map(() => uniform())).toEqual(expected);
});

it('counts the lower 32 bits of a seed', () => {
  expect(mulberry32(2 ** 32 + 7)()).toBe(mulberry32(7)());
});
