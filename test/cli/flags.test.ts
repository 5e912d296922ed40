import { describe, expect, test } from 'vitest';
import { attributeName, longName, number } from '../../src/cli/flags/flag.js';
import { flagLayer } from '../../src/cli/flags.js';
import { withPlainJson } from '../../src/cli/lenient.js';

test('names', () => {
  expect(longName('--batch-size <n>')).toBe('--batch-size');
  expect(attributeName('--batch-size <n>')).toBe('batchSize');
  expect(attributeName('--no-header')).toBe('header');
});

test.each([
  ['3', 3],
  ['-1', -1],
  ['1e-3', 1e-3],
  ['.5', 0.5],
  ['', ''],
  ['0x10', '0x10'],
  ['Infinity', 'Infinity'],
  ['3 ', '3 '],
  ['three', 'three'],
])('the number %j', (text, value) => {
  expect(number(text)).toBe(value);
});

describe('the layer of the flags', () => {
  test('sets keys and knows which flag did', () => {
    const layer = flagLayer({
      epochs: '5',
      networks: '2,16-16,linear',
      data: 'd.csv',
      header: false,
    });
    expect(layer.value).toEqual({
      networks: { hidden: [[2], [16, 16], []] },
      training: { epochs: 5 },
      data: { kind: 'csv', file: 'd.csv', header: false },
    });
    expect(layer.place(['networks', 'hidden', 1, 0], 'value')).toEqual({ where: '--networks' });
    expect(layer.place(['data', 'kind'], 'value')).toEqual({ where: '--data' });
    expect(layer.place(['data', 'header'], 'value')).toEqual({ where: '--no-header' });
    expect(layer.place(['seeds'], 'value')).toEqual({});
  });

  test.each([
    [
      { data: 'a.CSV.gz', target: 'p' },
      { kind: 'csv', file: 'a.CSV.gz', target: 'p' },
    ],
    [
      { data: 'a.csv', testData: 'b.npy' },
      { kind: 'csv', file: 'a.csv', testFile: 'b.npy' },
    ],
    [
      { data: 'a.json', folds: '5' },
      { kind: 'json', file: 'a.json', folds: 5 },
    ],
    [
      { data: 'x.npy', labels: 'y.npy', testData: 'u.npy', testLabels: 'v.npy' },
      { kind: 'npy', x: 'x.npy', y: 'y.npy', testX: 'u.npy', testY: 'v.npy' },
    ],
    [
      { data: 'm/train-images-idx3-ubyte.gz', labels: 'l' },
      { kind: 'idx', images: 'm/train-images-idx3-ubyte.gz', labels: 'l' },
    ],
    [
      { data: 'digits', labels: 'l', kind: 'idx' },
      { kind: 'idx', images: 'digits', labels: 'l' },
    ],
    [{ testData: 'b.npy' }, { testX: 'b.npy' }],
    [
      { target: 'a,b,-1', ignore: 'id' },
      { target: ['a', 'b', -1], ignore: ['id'] },
    ],
    [
      { kind: 'moons', noise: '.2' },
      { kind: 'moons', noise: 0.2 },
    ],
    [
      { folds: 'leave-one-out', skipLines: '2' },
      { folds: 'leave-one-out', skipLines: 2 },
    ],
  ])('data by %j', (values, data) => {
    expect(flagLayer(values).value).toEqual({ data });
  });

  test.each([
    ['5', { every: 5 }],
    ['every:5', { every: 5 }],
    ['points:60', { points: 60 }],
    ['often', { every: 'often' }],
    ['points:', { points: '' }],
  ])('--evaluate %s', (evaluate, expected) => {
    expect(flagLayer({ evaluate }).value).toEqual({ evaluate: expected });
  });
});

test('only --json=FILE takes a file', () => {
  expect(withPlainJson(['--json', 'x', '--', '--json'])).toEqual(['--json=-', 'x', '--', '--json']);
  expect(withPlainJson(['--json=x'])).toEqual(['--json=x']);
});

test('only a number after --serve is its port', () => {
  expect(withPlainJson(['sweep', '--serve', 'circles'])).toEqual(['sweep', '--serve=0', 'circles']);
  expect(withPlainJson(['sweep', '--serve', '8080'])).toEqual(['sweep', '--serve', '8080']);
  expect(withPlainJson(['sweep', '--serve'])).toEqual(['sweep', '--serve=0']);
  expect(withPlainJson(['sweep', '--', '--serve'])).toEqual(['sweep', '--', '--serve']);
});

describe('what varies', () => {
  test('axes one by one, lists and ranges', () => {
    const layer = flagLayer({
      grid: ['learning-rate=1e-4..1:9', 'optimizer=sgd,adam', 'dropout=0..0.5:6:linear', 'x'],
      random: ['width=4..256', 'l2=.1', 'amsgrad=true,false', 'depth='],
      samples: '7',
    });
    expect(layer.value).toEqual({
      variants: {
        grid: {
          'learning-rate': { from: 1e-4, to: 1, points: 9 },
          optimizer: ['sgd', 'adam'],
          dropout: { from: 0, to: 0.5, points: 6, scale: 'linear' },
          x: [],
        },
        random: {
          samples: 7,
          over: { width: { from: 4, to: 256 }, l2: [0.1], amsgrad: [true, false], depth: [] },
        },
      },
    });
    const place = layer.place(['variants', 'grid', 'dropout', 'from'], 'value');
    expect(place).toEqual({ where: '--grid dropout' });
  });
});
