import { describe, expect, it } from 'vitest';
import { judgeCurves } from '../../../src/results/judge-curves.js';
import { referenceLines } from '../../../src/results/reference-lines.js';
import type { Results } from '../../../src/results/schema.js';
import { verdictCurves } from '../../../src/results/verdict-curves.js';
import { judge } from '../../../src/verdict/judge.js';
import { sampleParts } from '../sample.js';
import { variedResults } from '../varied-sample.js';

/** An error that falls, rises where networks fit their noise of 0.01, and falls again. */
const PEAKED = [
  { train: 1, test: 20 },
  { train: 0.4, test: 10 },
  { train: 0.1, test: 14 },
  { train: 0.0005, test: 40 },
  { train: 0.0003, test: 20 },
  { train: 0.0001, test: 8 },
];
const FLAT = PEAKED.map(({ train }) => ({ train, test: 10 }));
const WIDTHS = [2, 4, 6, 8, 10, 12];

/** Of the rates 0.003333, 0.01 and 0.03, in this order. */
function checked(curves: readonly (typeof PEAKED)[], depths: readonly number[] = [1]): Results {
  const hidden = depths.flatMap((depth) => WIDTHS.map((w) => Array<number>(depth).fill(w)));
  return variedResults({
    hidden,
    seeds: 10,
    variants: {},
    diagnostics: { checkRate: true },
    errors: (_, at) => curves[Math.floor(at / WIDTHS.length)][at % WIDTHS.length],
  });
}

const told = ({ observations }: Results) =>
  observations.filter(({ kind }) => kind === 'check-rate');
const LINES = referenceLines(sampleParts().references);

describe('the check of the learning rate', () => {
  it('believes a bump that stands at all three', () => {
    const [{ text, evidence }, ...others] = told(checked([PEAKED, PEAKED, PEAKED]));
    expect(others).toEqual([]);
    expect(text).toBe(
      'Check of the learning rate: the bump is believed, it stands at all three learning rates: ' +
        'observed at 0.003333, observed at 0.01 and observed at 0.03.',
    );
    expect(evidence.believed).toBe(true);
    expect(evidence.rates).toMatchObject(
      [0.003333, 0.01, 0.03].map((learningRate) => ({ learningRate, code: 'observed' })),
    );
  });

  it('does not believe one that is gone at another rate', () => {
    const [{ text, evidence }] = told(checked([PEAKED, PEAKED, FLAT]));
    expect(text).toContain('the bump is not believed');
    expect(text).toContain('observed at 0.01 and not observed (no-peak) at 0.03.');
    expect(evidence.believed).toBe(false);
  });

  it('has nothing to believe where there is none at the rate itself', () => {
    const [{ text, evidence }] = told(checked([PEAKED, FLAT, PEAKED]));
    expect(text).toContain('there is no bump at the learning rate 0.01 that could be checked');
    expect(evidence.believed).toBeNull();
  });

  it('goes curve by curve, each depth by itself', () => {
    const order = [PEAKED, FLAT, PEAKED, FLAT, PEAKED, FLAT];
    const found = told(checked(order, [1, 2]));
    expect(found.map(({ evidence }) => [evidence.curve, evidence.believed])).toEqual([
      ['1 hidden layer', true],
      ['2 hidden layers', null],
    ]);
  });

  it('is said of no other sweep', () => {
    const results = variedResults({ variants: { grid: { learningRate: [0.01, 0.03] } } });
    expect(told(results)).toEqual([]);
  });
});

describe('judgeCurves', () => {
  it('tests the rates of a check one by one, and the curves of a rate together', () => {
    const one = verdictCurves(checked([PEAKED, PEAKED, FLAT]), LINES);
    const judged = judgeCurves(one);
    expect(judged.map(({ tested }) => tested)).toEqual([1, 1, 1]);
    expect(judged.map(({ verdict }) => verdict)).toEqual(one.map(({ sweep }) => judge(sweep)));
    const order = [PEAKED, FLAT, PEAKED, FLAT, PEAKED, FLAT];
    const two = judgeCurves(verdictCurves(checked(order, [1, 2]), LINES));
    expect(two.map(({ tested }) => tested)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(two[0].verdict.p).toBeCloseTo(2 * judgeCurves([two[0].curve])[0].verdict.p!, 12);
  });

  it('tests the curves of any other sweep together', () => {
    const [curve] = verdictCurves(checked([PEAKED, PEAKED, FLAT]), LINES);
    const { check: _, ...free } = curve;
    const judged = judgeCurves([free, { ...free }]);
    expect(judged.map(({ tested }) => tested)).toEqual([2, 2]);
  });
});
