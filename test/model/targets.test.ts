import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import type { LossConfig } from '../../src/config/types.js';
import type { TargetForm } from '../../src/model/origin.js';
import type { ModelAnswer } from '../../src/model/record.js';
import { targetsFor } from '../../src/model/targets.js';

const network = (units: number) => ({
  inputs: 1,
  layers: [{ units, activation: 'linear' as const, params: {}, bias: true }],
});
const classes = (classNames?: string[]): ModelAnswer => ({
  ...{ kind: 'classes', classes: 3, outputs: 'logits' },
  ...(classNames && { classNames }),
});
const CE = { loss: 'softmax-cross-entropy', form: 'label' } as const;

function targets(
  answer: ModelAnswer,
  { loss, form }: { loss: LossConfig; form: TargetForm },
  y: number[],
  more: { outputs?: number; classNames?: string[]; units?: number } = {},
) {
  const { outputs = 1, classNames, units = 3 } = more;
  const table = { y: Float32Array.from(y), outputs, ...(classNames && { classNames }) };
  try {
    return [...targetsFor({ answer, network: network(units) }, { loss, form }, table, 'd')];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.exitCode).toBe(3);
    return error.message;
  }
}

describe('targets of rows for a model', () => {
  test('classes by number, as labels and as columns', () => {
    expect(targets(classes(), CE, [0, 2, 2])).toEqual([0, 2, 2]);
    const columns = { loss: 'mse', form: 'one-hot' } as const;
    expect(targets(classes(), columns, [2, 0])).toEqual([0, 0, 1, 1, 0, 0]);
    expect(targets(classes(), CE, [3])).toBe(
      'd: found target 3 in data row 1, expected a class label, a whole number from 0 to 2',
    );
    expect(targets(classes(), columns, [0, 0.5])).toMatch(/found target 0\.5 in data row 2/);
  });

  test('classes by name, numbered as in the model; all of one class is fine', () => {
    const names = ['a', 'b', 'c'];
    expect(targets(classes(names), CE, [1, 0, 1], { classNames: ['a', 'c'] })).toEqual([2, 0, 2]);
    expect(targets(classes(names), CE, [0, 0], { classNames: ['b'] })).toEqual([1, 1]);
    expect(targets(classes(names), CE, [0], { classNames: ['x'] })).toBe(
      'd: found class "x", expected one of the model: "a", "b", "c"',
    );
    expect(targets(classes(names), CE, [0])).toBe(
      'd: found numbers as targets, expected the classes of the model: "a", "b", "c"',
    );
    expect(targets(classes(), CE, [0], { classNames: ['x'] })).toBe(
      'd: found class names as targets, expected numbers as the model answers with',
    );
  });

  test('yes and no, by number and by name', () => {
    const measure = { loss: 'binary-cross-entropy', form: 'binary' } as const;
    const binary = { kind: 'binary', threshold: 0, outputs: 'logits' } as const;
    expect(targets(binary, measure, [1, 1], { units: 1 })).toEqual([1, 1]);
    expect(targets(binary, measure, [0.5], { units: 1 })).toMatch(/found target 0\.5 .* 0 or 1/);
    const named = { ...binary, classNames: ['no', 'yes'] };
    expect(targets(named, measure, [0], { units: 1, classNames: ['yes'] })).toEqual([1]);
    expect(targets(binary, measure, [1, 0], { units: 2, outputs: 2 })).toEqual([1, 0]);
  });

  test('numbers, as many as outputs', () => {
    const measure = { loss: 'mse', form: 'number' } as const;
    const more = { outputs: 2, units: 2 };
    expect(targets({ kind: 'numbers' }, measure, [1.5, -2], more)).toEqual([1.5, -2]);
    expect(targets({ kind: 'numbers' }, measure, [1.5], { units: 2 })).toBe(
      'd: found 1 target a row, expected 2 as in the training of the model',
    );
  });
});
