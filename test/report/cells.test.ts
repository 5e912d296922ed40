import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/report/cells.js';

const numbers = (kind: 'linear' | 'logarithmic', values: number[]) =>
  cellsOf({ title: '', kind, values, labels: values.map(String) });

describe('cells of an axis', () => {
  it('are its values where they are few', () => {
    const cells = numbers('logarithmic', [0.001, 0.01, 1]);
    expect([cells.count, cells.labels, cells.borders]).toEqual([3, ['0.001', '0.01', '1'], []]);
    expect(cells.of(0.01)).toBe(1);
  });

  it('are eight pieces of it where they are many, equal in its scale', () => {
    const values = Array.from({ length: 17 }, (_, at) => 2 ** at);
    const cells = numbers('logarithmic', values);
    expect(cells.borders.map(Math.round)).toEqual([1, 4, 16, 64, 256, 1024, 4096, 16384, 65536]);
    expect(values.map((value) => cells.of(value)).slice(-3)).toEqual([7, 7, 7]);
    const linear = numbers('linear', values);
    expect(linear.borders[4]).toBeCloseTo(32768.5);
    expect(linear.of(1)).toBe(0);
  });

  it('hold every value, in order', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(list, fc.constantFrom('linear' as const, 'logarithmic' as const), (all, kind) => {
        const values = all.sort((a, b) => a - b);
        const cells = numbers(kind, values);
        const own = values.map((value) => cells.of(value));
        for (const cell of own) expect(cell >= 0 && cell < cells.count).toBe(true);
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }),
    );
  });
});
