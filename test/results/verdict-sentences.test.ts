import { describe, expect, it } from 'vitest';
import { verdictSentences } from '../../src/results/verdict-sentences.js';
import { judge } from '../../src/verdict/judge.js';
import type { SizeSweep } from '../../src/verdict/types.js';
import { FLAT, made, PEAK } from '../verdict/sweeps.js';

function sentence(
  sweep: SizeSweep,
  { label = '', names = sweep.params.map(String), curves = 1 } = {},
) {
  const curve = { label, sizes: names, sweep };
  return verdictSentences(curve, judge(sweep), curves).join(' ');
}

const HEIGHT =
  '\\d\\.\\d+ × the higher of the least errors on its sides, at \\d+ parameters and \\d+ parameters; ' +
  '95 % bounds \\S+ and \\S+, p = \\S+, \\d+ seeds';
const like = (text: string) =>
  new RegExp(`^${text.replace(/[.()]/g, '\\$&').replace('HEIGHT', HEIGHT)}$`);

describe('verdictSentences', () => {
  const high = PEAK.map(() => 0.4);

  it.each([
    [
      'observed',
      made({ test: PEAK }),
      'Double descent: observed. The test error rises to a peak at 50 parameters and falls again: ' +
        'HEIGHT. Networks interpolate from 50 parameters on. Before it the error had ' +
        'fallen by 10 % or more from that of the smallest network.',
    ],
    [
      'no first descent',
      made({ test: [1, 1.1, 1.2, 1.8, 3, 1.6, 1, 0.8] }),
      'Double descent: observed. The test error rises to a peak at 50 parameters and falls again: ' +
        'HEIGHT. Networks interpolate from 50 parameters on. There was no first ' +
        'descent, a fall of 10 % or more before it.',
    ],
    [
      'no peak',
      made({ test: FLAT }),
      'Double descent: not observed. Networks interpolate, from 50 parameters on, and no peak is ' +
        'there: no interior size stands out by 1.5 × (the highest is 50 parameters: HEIGHT).',
    ],
    [
      'not entered',
      made({ test: FLAT, train: high }),
      'Double descent: not observed. No network interpolated, so the regime in which a peak could ' +
        'occur was not entered; no interior size stands out by 1.5 × (the highest is 50 parameters: ' +
        'HEIGHT).',
    ],
    [
      'a bump without interpolation',
      made({ test: PEAK, train: high }),
      'Double descent: inconclusive. A bump stands at 50 parameters (HEIGHT), but no network ' +
        'interpolated. Before it the error had fallen by 10 % or more from that of the smallest ' +
        'network.',
    ],
    [
      'a failure of training',
      made({ test: PEAK, train: high.map((error, size) => (size === 4 ? 0.6 : error)) }),
      'Double descent: not observed. At 50 parameters the test error is high (HEIGHT), but the ' +
        'training error rises there, too (training failure).',
    ],
    [
      'too few',
      made({ test: PEAK, seeds: 3 }),
      'Double descent: inconclusive. Needs at least 5 seeds and 5 sizes, found 3 seeds; 10 seeds ' +
        'are recommended.',
    ],
  ])('%s', (_, sweep, expected) => {
    expect(sentence(sweep)).toMatch(like(expected));
  });

  it('says where a bump is that is away from the threshold', () => {
    const train = PEAK.map(() => 0.01);
    const sweep = made({ test: PEAK, train, params: [10, 20, 30, 40, 50, 60, 70, 80] });
    expect(sentence(sweep)).toMatch(
      /^Double descent: inconclusive\. A bump stands at 50 parameters \(.*\), away from where networks begin to interpolate, 10 parameters: more than 3 × apart in parameters\. Before it /,
    );
  });

  it('says how many seeds would do, and whether networks interpolated', () => {
    const options = { test: FLAT, seeds: 5, noise: 0.3 };
    const expected =
      /^Double descent: inconclusive\. Neither a peak nor its absence is shown: add seeds; about \d+ would do, by estimate \(the highest interior size is .*\)\./;
    expect(sentence(made(options))).toMatch(expected);
    expect(sentence(made(options))).not.toContain('No network');
    const other = sentence(made({ ...options, train: high }));
    expect(other).toMatch(expected);
    expect(other).toMatch(/ No network interpolated\.$/);
  });

  it('names sizes by their names, the curve by its label, and Holm where he was asked', () => {
    const sweep = made({ test: FLAT });
    const numbers = sentence(sweep, { names: sweep.params.map((params) => String(params / 10)) });
    expect(numbers).toContain('the highest is size 5 (50 parameters)');
    const ids = sentence(sweep, {
      names: sweep.params.map((_, size) => `4-${size}-1`),
      label: '2 hidden layers',
      curves: 3,
    });
    expect(ids).toMatch(/^2 hidden layers: Double descent: not observed\. /);
    expect(ids).toContain('the highest is 4-4-1 (50 parameters)');
    expect(ids).toMatch(/p = \S+ by Holm over 3 curves, 10 seeds/);
  });

  it('says what was left out, and why', () => {
    const sweep = made({ test: FLAT });
    const train = sweep.train.map((errors) => [2, ...errors.slice(1)]);
    const test = sweep.test.map((errors, seed) => [
      ...errors.slice(0, 7),
      seed === 1 ? null : errors[7],
    ]);
    expect(sentence({ ...sweep, train, test })).toMatch(
      /\. Left out, because a run has no error above 0: size 80\. Left out, because more than a fifth of the runs are no better on the training rows than a constant: size 10\.$/,
    );
  });

  it('claims no cause', () => {
    const sweeps = [made({ test: PEAK }), made({ test: FLAT }), made({ test: PEAK, train: high })];
    for (const sweep of sweeps) {
      expect(sentence(sweep)).not.toMatch(/caus|due to|owing|leads? to|result of/i);
    }
  });
});
