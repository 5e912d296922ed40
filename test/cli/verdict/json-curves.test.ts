import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonCurves } from '../../../src/cli/verdict/json-curves.js';
import { InputError } from '../../../src/config/problem.js';
import { serialiseResults } from '../../../src/results/serialise.js';
import { judgeAll } from '../../../src/verdict/judge.js';
import { classResults } from '../../results/class-sample.js';
import { sampleResults } from '../../results/sample.js';

const readText = (text: string) => jsonCurves(new TextEncoder().encode(text), 'e.json');
const read = (value: unknown) => readText(JSON.stringify(value));

function problemsOf(text: string): string[] {
  try {
    readText(text);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).exitCode).toBe(3);
    return (error as InputError).message.split('\n');
  }
  return [];
}

const ERRORS = { params: [8, 15], test: [[1, 2]], train: [[3, null]] };

describe('jsonCurves', () => {
  it('reads a curve by either set of names', () => {
    const sweep = { ...ERRORS, labelVariance: 2.5, noiseVariance: 0.5 };
    const expected = [{ label: '', sizes: ['1', '2'], sweep }];
    expect(read({ ...ERRORS, hs: [1, 2], vary: 2.5, noisevar: 0.5, verdict: 3 })).toEqual(expected);
    expect(read({ ...sweep, sizes: ['1', '2'], what: 'else' })).toEqual(expected);
  });

  it('needs no names and no variances', () => {
    const expected = [{ label: '', sizes: ['8', '15'], sweep: ERRORS }];
    expect(read(ERRORS)).toEqual(expected);
    expect(read({ ...ERRORS, vary: null, noisevar: null })).toEqual(expected);
    expect(read([{ ...ERRORS, text: 'a key near to one that is there' }])).toEqual([
      { ...expected[0], label: '0' },
    ]);
  });

  it('reads several curves with their names', () => {
    const labels = read([{ ...ERRORS, name: 'one' }, { ...ERRORS, curve: 2 }, ERRORS]);
    expect(labels.map(({ label }) => label)).toEqual(['one', '2', '2']);
  });

  it('reads what Python writes for numbers that are not finite', () => {
    const text =
      '{"params": [1, 2], "test": [[NaN, -Infinity]], "train": [[1, Infinity]], "x": "NaN"}';
    expect(readText(text)[0].sweep).toEqual({
      params: [1, 2],
      test: [[null, null]],
      train: [[1, null]],
    });
  });

  it('reads the results of a sweep, and judges as it did', () => {
    const results = sampleResults();
    const curves = readText(serialiseResults(results));
    const [verdict] = judgeAll(curves.map(({ sweep }) => sweep));
    const { evidence } = results.observations.find(({ kind }) => kind === 'double-descent')!;
    expect(evidence).toMatchObject(verdict);
  });

  it.each<[string, (string | RegExp)[]]>([
    ['[]', ['e.json: found an empty list, expected curves']],
    ['[3]', ['e.json: [0]: found 3, expected a map of params, test and train']],
    ['{"params": [1', [/^e\.json:1:14: found the end of the file/]],
    ['{"params": [1], "params": [2]}', [/^e\.json:1:17: found key "params" again/]],
    [
      JSON.stringify({ ...ERRORS, hs: [1], vary: -1, noise_var: 2 }),
      [
        'e.json: found the key "noise_var"; did you mean noisevar?',
        'e.json: vary: found -1, expected a number above 0',
        'e.json: hs: found a list of 1, expected 2 names or numbers, as in params',
      ],
    ],
    [
      JSON.stringify([ERRORS, { ...ERRORS, hs: 3, sizes: [1, 2], test: [[1], [1, 2]] }]),
      [
        'e.json: [1]: found both hs and sizes, expected one of them',
        'e.json: [1]: test[0]: found 1 errors, expected 2 as in params',
        'e.json: [1]: hs: found 3, expected 2 names or numbers, as in params',
      ],
    ],
    ['{"schema": "x@1"}', ['e.json: found schema "x@1", expected lanewise/results@1']],
  ])('refuses %s', (text, expected) => {
    const found = problemsOf(text);
    expect(found).toHaveLength(expected.length);
    for (const [i, line] of expected.entries()) {
      if (typeof line === 'string') expect(found[i]).toBe(line);
      else expect(found[i]).toMatch(line);
    }
  });

  it('says what results lack', () => {
    const results = JSON.parse(serialiseResults(sampleResults({ seeds: 1 })));
    results.runs[3].final.test = 'x';
    delete results.runs[4].seed;
    results.datasets = [];
    expect(problemsOf(JSON.stringify(results))).toEqual([
      'e.json: "datasets": found [], expected at least one dataset',
      'e.json: "runs.3.final.test": found "x", expected a number or null',
      expect.stringMatching(/^e\.json: "runs\.4\.seed": found nothing, expected /),
    ]);
  });

  it('does not judge a run on classes', () => {
    expect(problemsOf(serialiseResults(classResults()))).toEqual([
      'e.json: found a run that is not judged: the rule is for mse and half-sse on quantities, this sweep is by softmax-cross-entropy on classes',
    ]);
  });

  it('reads or refuses any JSON', () => {
    const key = fc.constantFrom('params', 'test', 'train', 'hs', 'vary', 'name', 'schema', 'runs');
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(key, fc.jsonValue()), fc.jsonValue()), (value) => {
        problemsOf(JSON.stringify(value));
      }),
    );
  });

  it('reads or refuses results of which a part is changed', () => {
    const results = sampleResults({ seeds: 1, epochs: 1 });
    const parts = [
      'config',
      'datasets',
      'networks',
      'variants',
      'runs',
      'aggregate',
      'observations',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), (part, value) => {
        problemsOf(JSON.stringify({ ...results, [part]: value }));
      }),
    );
  });
});
