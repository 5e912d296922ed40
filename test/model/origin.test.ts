import { describe, expect, test } from 'vitest';
import { measureOf, originOf } from '../../src/model/origin.js';
import type { ModelAnswer, ModelRecord } from '../../src/model/record.js';

const NUMBERS: ModelAnswer = { kind: 'numbers' };
const CLASSES: ModelAnswer = { kind: 'classes', classes: 3, outputs: 'logits' };
const SCORES: ModelAnswer = { kind: 'classes', classes: 3, outputs: 'scores' };
const BINARY: ModelAnswer = { kind: 'binary', threshold: 0, outputs: 'logits' };

describe('how a model is measured', () => {
  test.each<[string, ModelAnswer, ModelRecord['origin'], string, unknown]>([
    ['as it says', NUMBERS, { training: { loss: 'l1' }, encoding: 'number' }, 'number', 'l1'],
    [
      'as its config says',
      NUMBERS,
      { config: { training: { loss: 'half-sse' } } },
      'number',
      'half-sse',
    ],
    [
      'with parameters',
      NUMBERS,
      { training: { loss: { name: 'huber', delta: 2 } } },
      'number',
      { name: 'huber', delta: 2 },
    ],
    [
      'with bad parameters',
      NUMBERS,
      { training: { loss: { name: 'huber', delta: 'x', q: 1 } } },
      'number',
      { name: 'huber', delta: 1 },
    ],
    [
      'labels',
      CLASSES,
      { training: { loss: 'softmax-cross-entropy' }, encoding: 'one-hot' },
      'label',
      'softmax-cross-entropy',
    ],
    [
      'probabilities',
      CLASSES,
      { training: { loss: 'kl-divergence' }, encoding: 'number' },
      'number',
      'kl-divergence',
    ],
    ['columns of classes', SCORES, { training: { loss: 'mse' } }, 'one-hot', 'mse'],
    [
      'yes and no',
      BINARY,
      { training: { loss: 'binary-cross-entropy' }, encoding: 'binary' },
      'binary',
      'binary-cross-entropy',
    ],
    [
      'shares of yes',
      BINARY,
      { training: { loss: 'binary-cross-entropy' }, encoding: 'number' },
      'number',
      'binary-cross-entropy',
    ],
    [
      'a loss that answers otherwise',
      NUMBERS,
      { training: { loss: 'softmax-cross-entropy' } },
      'number',
      'mse',
    ],
    ['nothing said', CLASSES, {}, 'label', 'softmax-cross-entropy'],
    ['nothing said of yes and no', BINARY, { training: 3 }, 'binary', 'binary-cross-entropy'],
    ['an unknown loss', SCORES, { training: { loss: 'toString' } }, 'one-hot', 'mse'],
  ])('%s', (_, answer, origin, form, loss) => {
    expect(measureOf({ answer, origin })).toEqual({ form, loss });
  });
});

test('where a model comes from, whatever stands there', () => {
  const columns = { inputs: ['a'], targets: ['y'] };
  expect(originOf({ origin: { data: { kind: 'csv' }, columns, config: { data: 1 } } })).toEqual({
    ...{ data: { kind: 'csv' }, training: {}, columns },
  });
  expect(originOf({ origin: { data: [], columns: { inputs: 'a' }, training: null } })).toEqual({
    ...{ data: {}, training: {} },
  });
});
