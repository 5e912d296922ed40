import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import { judge, judgeAll } from '../../src/verdict/judge.js';
import type { SizeSweep, Verdict } from '../../src/verdict/types.js';
import { DRAWN, FIXTURES, FLAT, made, PEAK, sweepOf } from './sweeps.js';

const relative = (found: unknown, expected: unknown) =>
  Math.abs(Number(found) / Number(expected) - 1);

describe('the verdicts of other programs', () => {
  it.each(FIXTURES)('%s', (_, fixture) => {
    const found = judge(sweepOf(fixture));
    const { verdict, reason, p, ratio, lo, hi, left, peak, right, threshold, failed } =
      fixture.verdict;
    expect(found).toMatchObject({ verdict, reason, left, peak, right, threshold });
    expect(found.firstDescent).toBe(fixture.verdict.first_descent);
    expect(found.dropped).toEqual(failed);
    expect(relative(found.p, p)).toBeLessThan(1e-9);
    for (const [own, other] of [
      [found.effect, ratio],
      [found.low, lo],
      [found.high, hi],
    ]) {
      expect(relative(own, other)).toBeLessThan(1e-12);
    }
  });

  it.each(DRAWN.map((fixture, i) => [i, fixture] as const))('drawn sweep %i', (_, fixture) => {
    const { p, effect, low, high, ...rest } = fixture.verdict;
    const found = judge(sweepOf(fixture));
    expect(found).toMatchObject(rest);
    for (const [key, value] of Object.entries({ p, effect, low, high })) {
      if (value === null) expect(found[key as keyof Verdict]).toBeNull();
      else expect(relative(found[key as keyof Verdict], value)).toBeLessThan(1e-9);
    }
  });

  it('are of every kind', () => {
    const codes = new Set(DRAWN.map(({ verdict }) => `${verdict.verdict}: ${verdict.code}`));
    expect([...codes].sort()).toEqual([
      'inconclusive: add-seeds',
      'inconclusive: away-from-threshold',
      'inconclusive: not-interpolated',
      'inconclusive: too-few',
      'not observed: no-peak',
      'not observed: not-interpolated',
      'not observed: training-failure',
      'observed: observed',
    ]);
  });
});

describe('judge', () => {
  it('sees a peak at the threshold, and where it is not', () => {
    expect(judge(made({ test: PEAK }))).toMatchObject({
      ...{ verdict: 'observed', code: 'observed', left: 1, peak: 4, right: 7, threshold: 4 },
      ...{ firstDescent: true, dropped: [] },
    });
    expect(judge(made({ test: FLAT }))).toMatchObject({ verdict: 'not observed', code: 'no-peak' });
  });

  it('tells a regime that was not entered from one without a peak', () => {
    const train = FLAT.map(() => 0.4);
    expect(judge(made({ test: FLAT, train }))).toMatchObject({
      ...{ verdict: 'not observed', code: 'not-interpolated', threshold: null },
      reason: expect.stringMatching(/no network interpolates, so the regime .* not entered$/),
    });
    expect(judge(made({ test: PEAK, train }))).toMatchObject({
      ...{ verdict: 'inconclusive', code: 'not-interpolated' },
      reason: 'bump, but no network interpolates',
    });
  });

  it('counts no peak of the test error where the training error rises, too', () => {
    const train = PEAK.map((error, size) => (size === 4 ? 0.6 : 0.01 * error));
    expect(judge(made({ test: PEAK, train })).code).toBe('training-failure');
    // 0.2 to the left of the peak: 1.1 × that may be chance.
    const atPeak = (error: number) => [0.5, 0.2, 0.1, 0.05, error, 0.01, 0.01, 0.01];
    expect(judge(made({ test: PEAK, train: atPeak(0.219) })).code).toBe('observed');
    expect(judge(made({ test: PEAK, train: atPeak(0.221) })).code).toBe('training-failure');
  });

  it.each([
    [0, [50, 60, 90, 120, 150, 200, 300, 400], 'observed'],
    [0, [49, 60, 90, 120, 150, 200, 300, 400], 'away-from-threshold'],
    [5, [10, 20, 30, 40, 50, 150, 200, 300], 'observed'],
    [5, [10, 20, 30, 40, 50, 151, 200, 300], 'away-from-threshold'],
  ])(
    'takes a peak within 3 × of the threshold for one at it: size %d of %j',
    (at, params, code) => {
      const train = PEAK.map((_, size) => (size < at ? 0.06 : 0.01));
      const verdict = judge(made({ test: PEAK, train, params }));
      expect(verdict).toMatchObject({ code, peak: 4, threshold: at });
    },
  );

  it('adds seeds where neither is shown, and says how many would do', () => {
    const verdict = judge(made({ test: FLAT, seeds: 5, noise: 0.3 }));
    expect(verdict).toMatchObject({ verdict: 'inconclusive', code: 'add-seeds' });
    expect(verdict.reason).toMatch(/^neither .*: add seeds; about \d+ would do, by estimate$/);
  });

  it.each([
    [{ test: PEAK, seeds: 4 }, 'found 4 seeds; 10 seeds are recommended'],
    [{ test: PEAK.slice(0, 4) }, 'found 4 sizes'],
    [{ test: PEAK.slice(0, 1), seeds: 1 }, 'found 1 seed and 1 size; 10 seeds are recommended'],
  ])('needs five seeds and five sizes: %j', (options, reason) => {
    const verdict = judge(made(options));
    expect(verdict).toEqual({
      ...{ verdict: 'inconclusive', code: 'too-few', dropped: [] },
      reason: `needs at least 5 seeds and 5 sizes, ${reason}`,
      ...{ p: null, effect: null, low: null, high: null, left: null, peak: null, right: null },
      ...{ threshold: null, firstDescent: null },
    });
  });

  it('counts the sizes that are left', () => {
    const sweep = made({ test: PEAK.slice(0, 5) });
    const test = sweep.test.map((errors, seed) => (seed === 2 ? [0, ...errors.slice(1)] : errors));
    expect(judge({ ...sweep, test })).toMatchObject({
      ...{ code: 'too-few', dropped: [0] },
      reason: expect.stringContaining('found 4 sizes that can be judged'),
    });
  });

  it('says nothing new of the same sizes in another order', () => {
    const sweep = made({ test: PEAK });
    const expected = judge(sweep);
    const indices = PEAK.map((_, size) => size);
    fc.assert(
      fc.property(fc.shuffledSubarray(indices, { minLength: PEAK.length }), (order) => {
        const reorder = <T>(values: readonly T[]) => order.map((size) => values[size]);
        const found = judge({
          ...sweep,
          params: reorder(sweep.params),
          test: sweep.test.map(reorder),
          train: sweep.train.map(reorder),
        });
        const place = (size: number | null) => (size === null ? null : order.indexOf(size));
        expect(found).toEqual({
          ...expected,
          left: place(expected.left),
          peak: place(expected.peak),
          right: place(expected.right),
          threshold: place(expected.threshold),
        });
      }),
    );
  });

  it('does not depend on the unit of the errors', () => {
    const sweep = made({ test: PEAK });
    const scaled = (by: number, errors: SizeSweep['test']) =>
      errors.map((own) => own.map((error) => error! * by));
    const found = judge({
      ...sweep,
      test: scaled(8, sweep.test),
      train: scaled(8, sweep.train),
      labelVariance: 8,
      noiseVariance: 4,
    });
    expect(found.code).toBe('observed');
    expect(relative(found.p, judge(sweep).p)).toBeLessThan(1e-9);
  });

  it('does not call a rise among networks of equal size a peak', () => {
    // The fifth and the sixth have 50 parameters: one is worse, and nothing smaller follows.
    const test = [1.5, 1.4, 1.3, 1.2, 3, 1.1, 1.2];
    const params = [10, 20, 30, 40, 50, 50, 50];
    expect(judge(made({ test, params })).peak).not.toBe(4);
    expect(judge(made({ test, params: [10, 20, 30, 40, 50, 51, 52] })).peak).toBe(4);
    const four = judge(made({ test: PEAK.slice(0, 5), params: [10, 20, 30, 40, 40] }));
    expect(four.reason).toContain('found 4 sizes');
  });

  it('lists everything that keeps a sweep from being read', () => {
    const sweep = { ...made({ test: PEAK }), noiseVariance: -1, params: [1, 2, 0] };
    try {
      judge(sweep);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).message.split('\n')).toEqual([
        'params[2]: found 0, expected a whole number above 0',
        'noiseVariance: found -1, expected a number from 0',
      ]);
    }
  });
});

describe('judgeAll', () => {
  const weak = made({ test: PEAK.map(Math.sqrt), seeds: 5, noise: 0.28 });
  const alone = judge(weak);

  it('adjusts p by Holm before it decides', () => {
    expect(alone).toMatchObject({ code: 'observed' });
    expect(alone.p).toBeGreaterThan(0.05 / 2);
    const many = judgeAll([weak, weak]);
    expect(many[0].p).toBeCloseTo(2 * alone.p!, 12);
    expect(many[0].effect).toBe(alone.effect);
    expect(many.map(({ code }) => code)).toEqual(many.map(() => 'add-seeds'));
  });

  it('lets the others have less where one is certain', () => {
    const [strong, second] = judgeAll([made({ test: PEAK }), weak]);
    expect(strong.code).toBe('observed');
    expect(second.p).toBe(alone.p);
  });

  it('does not count curves that are too small to be tested', () => {
    const [tooFew, tested] = judgeAll([made({ test: [1, 2] }), weak]);
    expect(tooFew.code).toBe('too-few');
    expect(tested).toEqual(alone);
    expect(judgeAll([])).toEqual([]);
  });

  it('says which curve cannot be read', () => {
    expect(() => judgeAll([weak, { ...weak, params: [] }])).toThrow(/^curve 1: params: found an/);
  });
});
