import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { checkOptions } from '../../src/pool/options.js';
import { availableThreads, coresOfQuota } from '../../src/pool/threads.js';

it.each([
  ['max 100000', undefined, Number.POSITIVE_INFINITY],
  ['200000 100000', undefined, 2],
  ['150000 100000', undefined, 1],
  ['50000 100000', undefined, 1],
  ['400000', '100000', 4],
  ['-1', '100000', Number.POSITIVE_INFINITY],
  [undefined, undefined, Number.POSITIVE_INFINITY],
  ['nonsense', undefined, Number.POSITIVE_INFINITY],
])('a quota of %s %s gives %d cores', (quota, period, cores) => {
  expect(coresOfQuota(quota, period)).toBe(cores);
});

it('never offers more threads than the process may use, nor fewer than one', () => {
  expect(availableThreads()).toBeGreaterThanOrEqual(1);
  expect(availableThreads()).toBeLessThanOrEqual(availableParallelism());
});

it('accepts 1 to 256 threads on any machine and names every bad option', () => {
  expect(checkOptions({ threads: 256 }).threads).toBe(256);
  expect(checkOptions({}).threads).toBe(availableThreads());
  const bad = { threads: 0, timeLimit: -1, backend: 'gpu' as never };
  expect(() => checkOptions(bad)).toThrow(
    /backend: found gpu.*\nthreads: found 0.*\ntimeLimit: found -1/,
  );
  for (const threads of [257, 1.5, Number.NaN]) expect(() => checkOptions({ threads })).toThrow();
});
