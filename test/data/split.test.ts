import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBack } from '../../src/config/held-back.js';
import { foldOfRows, foldRows } from '../../src/data/folds.js';
import { type HeldBack, pickTestRows, type Split, splitRows } from '../../src/data/split.js';
import { permute } from '../../src/random/permutation.js';
import { PURPOSE, Stream } from '../../src/random/stream.js';

const fraction = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const split = fc.constantFrom('random' as const, 'stratified' as const, 'order' as const);
const rows = fc.integer({ min: 4, max: 120 });
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const sorted = (...sets: Uint32Array[]) => sets.flatMap((s) => [...s]).sort((a, b) => a - b);
const labelsOf = (count: number) => upTo(count).map((row) => (row * row) % 3);

/** Rows of a class in a set. */
const count = (set: Uint32Array, labels: number[], label: number) =>
  set.reduce((sum, row) => sum + (labels[row] === label ? 1 : 0), 0);

describe('splitRows', () => {
  it('deals every row to one set, sized as announced', () => {
    fc.assert(
      fc.property(
        split,
        rows,
        fraction,
        fc.oneof(fc.constant(0), fraction),
        fc.nat(),
        (way, n, testFraction, validationFraction, seed) => {
          const config = { split: way, validationFraction };
          const { train, validation, test } = splitRows(
            config,
            { testFraction },
            n,
            seed,
            labelsOf(n),
          );
          expect(sorted(train, validation, test)).toEqual(upTo(n));
          expect(test.length).toBe(heldBack(n, testFraction));
          expect(validation.length).toBe(heldBack(n - test.length, validationFraction));
          if (n - test.length > 1) expect(train.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('keeps the shares of the classes within one row', () => {
    fc.assert(
      fc.property(rows, fraction, fraction, fc.nat(), (n, testFraction, validation, seed) => {
        const labels = labelsOf(n);
        const config = { split: 'stratified' as const, validationFraction: validation };
        const sets = splitRows(config, { testFraction }, n, seed, labels);
        const all = Uint32Array.from(upTo(n));
        const rest = Uint32Array.from([...sets.train, ...sets.validation]);
        for (const label of [0, 1, 2]) {
          const share = (count(all, labels, label) * sets.test.length) / n;
          expect(Math.abs(count(sets.test, labels, label) - share)).toBeLessThan(1);
          const held = (count(rest, labels, label) * sets.validation.length) / rest.length;
          expect(Math.abs(count(sets.validation, labels, label) - held)).toBeLessThan(1);
        }
      }),
    );
  });

  it('takes the last rows in order: train, validation, test', () => {
    const config = { split: 'order' as const, validationFraction: 0.25 };
    const { train, validation, test } = splitRows(config, { testFraction: 0.2 }, 10, 7);
    expect([[...train], [...validation], [...test]]).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7],
      [8, 9],
    ]);
  });

  // The bits of every split that was ever published hang on this order.
  it('takes the first rows of a permutation for testing, the next for validation', () => {
    const order = Uint32Array.from(upTo(20));
    permute(order, new Stream({ seed: 5, purpose: PURPOSE.split }));
    const held = { testFraction: 0.2 };
    const without = splitRows({ split: 'random', validationFraction: 0 }, held, 20, 5);
    expect(without.test).toEqual(order.slice(0, 4));
    expect(without.train).toEqual(order.slice(4));
    const with4 = splitRows({ split: 'random', validationFraction: 0.25 }, held, 20, 5);
    expect(with4.test).toEqual(without.test);
    expect(with4.validation).toEqual(order.slice(4, 8));
    expect(with4.train).toEqual(order.slice(8));
  });

  it('holds back a number of rows as a share of so many', () => {
    for (const way of ['random', 'stratified', 'order'] as const) {
      const config = { split: way, validationFraction: 0.25 };
      const split = (held: HeldBack) => splitRows(config, held, 50, 5, labelsOf(50));
      expect(split({ testRows: 10 })).toEqual(split({ testFraction: 0.2 }));
    }
  });

  it('is a function of the seed', () => {
    const config = { split: 'random' as const, validationFraction: 0.1 };
    const draw = (seed: number) => splitRows(config, { testFraction: 0.2 }, 50, seed);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(2)).not.toEqual(draw(1));
  });
});

/** A way, rows, and so many of them, fewer and more. */
const limits = fc.tuple(split, rows, fc.nat(), fc.nat(), fc.nat()).map(([way, n, a, b, seed]) => ({
  ...{ way, n, seed },
  sizes: [1 + (a % n), 1 + (b % n)].sort((x, y) => x - y) as [number, number],
}));

describe('fewer rows', () => {
  const held = { testFraction: 0.2 };

  it('to train on are among the more, and nothing else depends on their number', () => {
    fc.assert(
      fc.property(limits, fraction, ({ way, n, seed, sizes }, validationFraction) => {
        const config = { split: way, validationFraction };
        const deal = (trainRows?: number) =>
          splitRows({ ...config, ...(trainRows && { trainRows }) }, held, n, seed, labelsOf(n));
        const all = deal();
        const [few, more] = sizes.map((size) => deal(Math.min(size, all.train.length)));
        for (const { test, validation } of [few, more])
          expect({ test, validation }).toEqual({ test: all.test, validation: all.validation });
        expect(more.train.length).toBe(Math.min(sizes[1], all.train.length));
        expect([...few.train].every((row) => more.train.includes(row))).toBe(true);
        expect([...more.train]).toEqual([...all.train].filter((row) => more.train.includes(row)));
      }),
    );
  });

  it('of a random split or in order are the first of those that are left', () => {
    for (const way of ['random', 'order'] as const) {
      const config = { split: way, validationFraction: 0.25 };
      const { train } = splitRows(config, held, 50, 5);
      const limited = splitRows({ ...config, trainRows: 7 }, held, 50, 5);
      expect(limited.train).toEqual(train.slice(0, 7));
    }
  });

  it('to test on are among the more', () => {
    fc.assert(
      fc.property(limits, ({ way, n, seed, sizes }) => {
        const pick = (count: number) => pickTestRows(way, count, n, seed, labelsOf(n));
        const [few, more] = sizes.map(pick);
        expect(more).toHaveLength(sizes[1]);
        expect(new Set(more).size).toBe(sizes[1]);
        expect([...few].every((row) => more.includes(row))).toBe(true);
        expect(sorted(pick(n))).toEqual(upTo(n));
      }),
    );
  });

  it('to test on are the first in order, and drawn apart from the training rows', () => {
    expect([...pickTestRows('order', 3, 9, 5)]).toEqual([0, 1, 2]);
    const order = Uint32Array.from(upTo(20));
    permute(order, new Stream({ seed: 5, purpose: PURPOSE.split, step: 1 }));
    expect(pickTestRows('random', 8, 20, 5)).toEqual(order.slice(0, 8));
    const config = { split: 'random' as const, validationFraction: 0 };
    expect(splitRows(config, 'none', 20, 5).train).not.toEqual(order);
  });

  it('keep the shares of the classes within one row', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (n, size, seed) => {
        const count = 1 + (size % n);
        const labels = labelsOf(n);
        const config = { split: 'stratified' as const, validationFraction: 0, trainRows: count };
        const { train } = splitRows(config, 'none', n, seed, labels);
        const picked = pickTestRows('stratified', count, n, seed, labels);
        for (const set of [train, picked])
          for (const label of [0, 1, 2]) {
            const all = labels.filter((each) => each === label).length;
            const found = [...set].filter((row) => labels[row] === label).length;
            expect(Math.abs(found - (all * count) / n)).toBeLessThan(1);
          }
      }),
    );
  });
});

describe('folds', () => {
  const deal = (way: Split | 'random' | 'stratified' | 'order', n: number, folds: number) =>
    upTo(folds).map((fold) => {
      const held: HeldBack = { fold, folds };
      const config = { split: way as 'random', validationFraction: 0 };
      return splitRows(config, held, n, 3, labelsOf(n));
    });

  it('test every row exactly once, on all others', () => {
    fc.assert(
      fc.property(split, rows, fc.integer({ min: 2, max: 120 }), (way, n, k) => {
        const folds = Math.min(k, n);
        const sets = deal(way, n, folds);
        expect(sorted(...sets.map(({ test }) => test))).toEqual(upTo(n));
        sets.forEach(({ train, test }, fold) => {
          expect(sorted(train, test)).toEqual(upTo(n));
          expect(test.length).toBe(foldRows(n, folds, fold, way === 'stratified'));
        });
        const sizes = sets.map(({ test }) => test.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('hold as many rows of a class, within one, when stratified', () => {
    const labels = labelsOf(50);
    for (const label of [0, 1, 2]) {
      const counts = deal('stratified', 50, 7).map(({ test }) => count(test, labels, label));
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  it('are stretches of the rows in order', () => {
    expect([...foldOfRows(Uint32Array.from(upTo(7)), 3)]).toEqual([0, 0, 1, 1, 2, 2, 2]);
  });
});
