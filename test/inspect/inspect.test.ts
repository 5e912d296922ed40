import { expect, it } from 'vitest';
import { inspect } from '../../src/inspect/inspect.js';
import { serialiseInspection } from '../../src/inspect/serialise.js';
import { classResults } from '../results/class-sample.js';
import { diverged, sampleResults } from '../results/sample.js';
import { classes, NUMBERS, subject } from './subject.js';

const train = [[[0, 1], [0]]] as const;
const image = { height: 1, width: 2, channels: 1 };
const names = { inputs: ['a', 'b'], targets: ['c'] };

const quantities = subject({ answer: NUMBERS, outputsOf: ([a, b]) => [a - b], train, test: train });
const images = subject({
  answer: { ...classes(2), classNames: ['no', 'yes'] },
  outputsOf: ([a]) => [0, a + 1],
  train,
  test: train,
  image,
  weights: [Float32Array.of(1, -1)],
});

it('has the parts for which there is something to see, and the names that they use', () => {
  const results = sampleResults();
  const found = inspect(results, () => ({ ...quantities, columnNames: names }))!;
  expect(Object.keys(found)).toEqual([
    'schema',
    'configHash',
    'network',
    'inputNames',
    'targetNames',
    'boundary',
    'predicted',
  ]);
  expect(found.configHash).toBe(results.configHash);
  expect(found.network).toMatchObject({ variant: '4-2000-1', seed: 42, best: { metric: 'loss' } });
  expect(found.inputNames).toEqual(['a', 'b']);
  const other = inspect(classResults(), () => images)!;
  expect(Object.keys(other).slice(3)).toEqual(['classNames', 'boundary', 'misread', 'firstLayer']);
});

it('is asked for the run that it looks at, and says its fold', () => {
  const asked: unknown[] = [];
  const found = inspect(classResults({ folds: 2 }), (run) => {
    asked.push(run.variant, run.seed, run.fold);
    return images;
  })!;
  expect(asked).toEqual(['4-32-3', 42, 0]);
  expect(found.network).toMatchObject({ fold: 0 });
});

it('is undefined where there is no network, or nothing to see', () => {
  expect(inspect(sampleResults({ change: diverged }), () => quantities)).toBeUndefined();
  expect(inspect(sampleResults(), () => undefined)).toBeUndefined();
  const wide = subject({ answer: classes(2), outputsOf: () => [0, 1], train: [[[1, 2, 3], [0]]] });
  expect(inspect(sampleResults(), () => wide)).toBeUndefined();
});

it('is written as JSON that reads back, a line per row, image and unit', () => {
  const all = [inspect(sampleResults(), () => quantities)!, inspect(classResults(), () => images)!];
  for (const inspection of all) {
    const text = serialiseInspection(inspection);
    expect(JSON.parse(text)).toEqual(inspection);
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(inspection));
    expect(text.split('\n').length).toBeGreaterThan(101);
    expect(text).not.toContain('-0,');
  }
});
