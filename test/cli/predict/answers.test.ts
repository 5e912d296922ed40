import { describe, expect, test } from 'vitest';
import { answersOf, csvText, jsonText } from '../../../src/cli/predict/answers.js';
import { parseCsv } from '../../../src/data/read/csv.js';
import { loadKernels } from '../../../src/kernels/node.js';
import { Model } from '../../../src/model/model.js';
import type { ModelAnswer, ModelRecord } from '../../../src/model/record.js';

const kernels = await loadKernels();

/** A layer that hands the inputs on, and answers in this way. */
function model(units: number, answer: ModelAnswer, weight = 1): Model {
  const row = (i: number) => Float32Array.from({ length: units }, (_, j) => (i === j ? weight : 0));
  const record: ModelRecord = {
    network: { inputs: units, layers: [{ units, activation: 'linear', params: {}, bias: true }] },
    weights: [Array.from({ length: units }, (_, i) => row(i))],
    biases: [new Float32Array(units)],
    answer,
    origin: {},
  };
  return Model.from(kernels, record);
}

const csv = (...[asked, x]: [Model, number[]]) =>
  [...csvText(answersOf(asked, Float32Array.from(x)))].join('');

describe('answers as CSV', () => {
  test('numbers, by the shortest decimal', () => {
    expect(csv(model(1, { kind: 'numbers' }), [0.1, -2, 1e-8])).toBe('output\n0.1\n-2\n1e-8\n');
    expect(csv(model(2, { kind: 'numbers' }), [1, 2, 3, 4])).toBe('output_1,output_2\n1,2\n3,4\n');
    expect(csv(model(1, { kind: 'numbers' }, Number.NaN), [1])).toBe('output\nNaN\n');
  });

  test('classes, each with its probability or score', () => {
    const classes = { kind: 'classes', classes: 2 } as const;
    expect(csv(model(2, { ...classes, outputs: 'probabilities' }), [0.25, 0.75])).toBe(
      'class,p_0,p_1\n1,0.25,0.75\n',
    );
    const named = { ...classes, classNames: ['a', 'b'], outputs: 'scores' } as const;
    expect(csv(model(2, named), [3, 3])).toBe('class,score_a,score_b\na,3,3\n');
    expect(csv(model(2, { ...classes, outputs: 'logits' }), [1, 1])).toMatch(/\n0,0\.5,0\.5\n$/);
  });

  test('yes and no', () => {
    const binary = { kind: 'binary', threshold: 0.5 } as const;
    const named = { ...binary, classNames: ['no', 'yes'], outputs: 'probabilities' } as const;
    expect(csv(model(1, named), [0.75, 0.5])).toBe('class,p_no,p_yes\nyes,0.25,0.75\nno,0.5,0.5\n');
    expect(csv(model(1, { ...binary, outputs: 'scores' }), [0.6])).toBe('class,score\n1,0.6\n');
    expect(csv(model(2, { ...binary, outputs: 'probabilities' }), [0.25, 0.75])).toBe(
      'class_1,p_1,class_2,p_2\n0,0.25,1,0.75\n',
    );
  });

  test('names of any kind are read again as they are', () => {
    const classNames = ['a,b', 'say "x"'];
    const answer = { kind: 'classes', classes: 2, classNames, outputs: 'scores' } as const;
    const text = csv(model(2, answer), [1, 0, 0, 1]);
    const { columns, classNames: found } = parseCsv(
      new TextEncoder().encode(text),
      'd',
      { target: 0 },
      { labelled: true },
    );
    expect(columns).toEqual(['class', 'score_a,b', 'score_say "x"']);
    expect(found).toEqual(classNames);
  });

  test('more rows than are turned to text at once', () => {
    const x = Array.from({ length: 10_000 }, (_, i) => i);
    const text = csv(model(1, { kind: 'numbers' }), x);
    expect(text).toBe(`output\n${x.join('\n')}\n`);
  });
});

test('answers as JSON', () => {
  const json = (asked: Model, x: number[]) =>
    JSON.parse(
      [...jsonText(answersOf(asked, Float32Array.from(x)), { rows: 2, r2: 0.5 })].join(''),
    );
  expect(json(model(2, { kind: 'numbers' }), [1, 0.1, 3, 4])).toEqual({
    ...{ rows: 2, r2: 0.5 },
    predictions: [
      { output_1: 1, output_2: 0.1 },
      { output_1: 3, output_2: 4 },
    ],
  });
  expect(json(model(1, { kind: 'numbers' }, Number.NaN), [1]).predictions).toEqual([
    { output: null },
  ]);
});
