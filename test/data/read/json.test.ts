import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/data/read/json.js';
import { problemsOf } from './problems.js';

const read = (text: string, labelled = true) =>
  readJson(new TextEncoder().encode(text), 'd.json', {
    labelled,
    take: (n) => new Float32Array(n),
  });

describe('samples', () => {
  test('with one target a row', () => {
    expect(read('{"x": [[1, 2], [3, 4e-1]], "y": [5, -6]}')).toEqual({
      table: {
        rows: 2,
        inputs: 2,
        outputs: 1,
        x: Float32Array.of(1, 2, 3, 0.4),
        y: Float32Array.of(5, -6),
      },
    });
  });

  test('with rows of targets, and other keys', () => {
    const { table } = read('\ufeff{"note": {}, "y": [[1, 2]], "x": [[3]]}');
    expect(table).toMatchObject({ inputs: 1, outputs: 2, y: Float32Array.of(1, 2) });
  });

  test.each(['["b", "a", "b"]', '[["b"], ["a"], ["b"]]'])('with class names %s', (y) => {
    const { table } = read(`{"x": [[1], [2], [3]], "y": ${y}}`);
    expect(table).toMatchObject({
      outputs: 1,
      classNames: ['a', 'b'],
      y: Float32Array.of(1, 0, 1),
    });
  });

  test('of two sets', () => {
    const { table, test: other } = read(
      '{"train": {"x": [[1]], "y": [2]}, "test": {"x": [[3]], "y": [4]}}',
    );
    expect([table.x[0], table.y[0], other?.x[0], other?.y[0]]).toEqual([1, 2, 3, 4]);
    expect(read('{"train": {"x": [[1]], "y": [2]}}').test).toBeUndefined();
  });
});

describe('problems', () => {
  const expected = 'expected {"x": [[…]], "y": […]}';
  test.each([
    ['', 'found an empty file, expected JSON'],
    ['[1]', `found [1], ${expected}`],
    ['null', `found nothing, ${expected}`],
    ['{}', 'found no x, expected x and y (or train and test)'],
    ['{"X": [], "y": []}', 'found no x, but X, expected x and y (or train and test)'],
    ['{"x": []}', 'found no y, expected x and y (or train and test)'],
    ['{"train": []}', `found [] in train, ${expected}`],
    ['{"train": {"x": 1}}', 'found no y in train, expected x and y'],
    ['{"train": 1, "x": 2}', 'found both x and train, expected one of them'],
    ['{"x": [], "y": [1]}', 'found an empty list in x, expected a list of rows'],
    ['{"x": 1, "y": [1]}', 'found 1 in x, expected a list of rows'],
    ['{"x": [1], "y": [1]}', 'found 1 in x[0], expected a list of numbers'],
    ['{"x": [[]], "y": [1]}', 'found [] in x[0], expected a list of numbers'],
    ['{"x": [[1]], "y": [1, 2]}', 'found 2 rows in y, expected 1 as in x'],
    ['{"x": [[1], 2], "y": [1, 2]}', 'found 2 in x[1], expected a list of 1'],
    ['{"x": [[1], [2, 3]], "y": [1, 2]}', 'found 2 values in x[1], expected a list of 1'],
    ['{"x": [[1, "2"]], "y": [1]}', 'found "2" in x[0][1], expected a number'],
    ['{"x": [[1e39]], "y": [1]}', 'found 1e+39 in x[0][0], expected a number'],
    ['{"x": [[1]], "y": [null]}', 'found nothing in y[0], expected a number'],
    ['{"x": [[1], [2]], "y": ["a", 1]}', 'found 1 in y[1], expected a class name'],
    ['{"x": [[1], [2]], "y": ["a", " "]}', 'found " " in y[1], expected a class name'],
    ['{"train": {"x": [[1, [2]]], "y": [1]}}', 'found [2] in train.x[0][1], expected a number'],
    ['{"x": [[1]], "y": [[1, "a"]]}', 'found "a" in y[0][1], expected a number'],
  ])('%s', (text, message) => {
    expect(problemsOf(() => read(text))).toEqual([`d.json: ${message}`]);
  });

  test('in malformed JSON have a place', () => {
    expect(problemsOf(() => read('{"x": [[NaN]],\n "y": [1]}'))).toEqual([
      'd.json:1:9: found "NaN", expected a value',
    ]);
    expect(problemsOf(() => read('{"x": [[1]],\n "y": [1]'))[0]).toMatch(
      /^d\.json:2:10: found the end/,
    );
  });

  test('words are no numbers to predict', () => {
    expect(problemsOf(() => read('{"x": [[1]], "y": ["a"]}', false))).toEqual([
      'd.json: found "a" in y[0], expected a number',
    ]);
  });

  test('of many only the first', () => {
    const x = JSON.stringify(Array.from({ length: 100 }, () => [null]));
    const found = problemsOf(() => read(`{"x": ${x}, "y": ${x}}`));
    expect(found).toHaveLength(21);
    expect(found[20]).toBe('d.json: … and 180 more');
  });

  test('other bytes', () => {
    const bytes = Uint8Array.of(0x22, 0xff, 0x22);
    const options = { labelled: true, take: (n: number) => new Float32Array(n) };
    expect(problemsOf(() => readJson(bytes, 'd.json', options))).toEqual([
      'd.json: found bytes that are no UTF-8, expected JSON',
    ]);
  });
});
