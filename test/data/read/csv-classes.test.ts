import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../src/data/read/csv.js';
import type { CsvFormat } from '../../../src/data/read/csv-format.js';
import { problemsOf } from './problems.js';

const parse = (text: string, options: Partial<CsvFormat> = {}, labelled = true) =>
  parseCsv(new TextEncoder().encode(text), 'd.csv', options, { labelled });

describe('class names', () => {
  test('are numbered in their own order, not in that of the rows', () => {
    const table = parse('a,b\n1,zebra\n2,ant\n3,zebra\n4,Bee\n');
    expect(table.classNames).toEqual(['Bee', 'ant', 'zebra']);
    expect([...table.y]).toEqual([2, 1, 2, 0]);
    expect([...table.x]).toEqual([1, 2, 3, 4]);
  });

  test('need no header', () => {
    const table = parse('1,x\n2,y\n');
    expect(table).toMatchObject({ named: false, rows: 2, classNames: ['x', 'y'] });
  });

  test('of one row need none either', () => {
    expect(parse('1,x')).toMatchObject({ named: false, rows: 1, classNames: ['x'] });
  });

  test('may look like numbers below the first', () => {
    expect(parse('a,b\n1,10+\n2,9\n').classNames).toEqual(['10+', '9']);
  });

  test('may be quoted, with separators, newlines and blank lines between', () => {
    const table = parse('a,b\n1,"x, y"\n\n2,"x\n\ny"\n3, "x, y" \n');
    expect(table).toMatchObject({ rows: 3, classNames: ['x\n\ny', 'x, y'] });
    expect([...table.y]).toEqual([1, 0, 1]);
  });

  test('are words or numbers, as the first one is', () => {
    expect(problemsOf(() => parse('a,b\n1,0\n2,x\n'))).toEqual([
      'd.csv:3:3: found "x", expected a number (column "b")',
    ]);
  });

  test.each([
    ['1,\n', 'd.csv:3:3: found an empty cell, expected a class name (column "b")'],
    ['1,NaN\n', 'd.csv:3:3: found NaN, expected a class name (column "b")'],
  ])('are not missing: %j', (row, message) => {
    expect(problemsOf(() => parse(`a,b\n1,x\n${row}`))).toEqual([message]);
  });

  test('belong into the target column', () => {
    expect(problemsOf(() => parse('a,b\n1,x\ny,x\n'))).toEqual([
      'd.csv:3:1: found "y", expected a number (column "a")',
    ]);
  });

  test('are no numbers to predict', () => {
    expect(problemsOf(() => parse('a,b\n1,x\n2,y\n', {}, false))).toEqual([
      'd.csv:2: found "x" in the target column "b", expected numbers, or a loss or an encoding that takes class names',
    ]);
  });

  test('are fewer than the names of rows', () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => `1,id${i}`).join('\n');
    expect(problemsOf(() => parse(`a,b\n${rows}\n`))).toEqual([
      'd.csv: found more than 10,000 different class names, expected fewer: is it the right target column?',
    ]);
  });
});

test('a word above numbers may be a header: ask', () => {
  expect(problemsOf(() => parse('1,2,y\n3,4,0\n'))).toEqual([
    'd.csv:1: found both names and numbers, expected one or the other, or to be told whether it is a header',
  ]);
  expect(parse('1,2,y\n3,4,0\n', { header: true })).toMatchObject({ named: true, rows: 1 });
});

describe('lines to skip', () => {
  const WINE = '4,2,class_0,class_1\n1,2,3,4,0\n5,6,7,8,1\n';

  test('are found', () => {
    expect(problemsOf(() => parse(WINE))).toEqual([
      'd.csv:1: found 4 cells above rows of 5, expected a header or a row of 5; a line that is neither is skipped with skipLines: 1 (--skip-lines 1)',
    ]);
  });

  test.each([
    ['of scikit-learn', '2,4,class_0,class_1\n1,2,3,4,0\n5,6,7,8,1\n', {}, '2 and 4', 5, 1],
    ['as wide as the rows', `3,4,a,b,c\n${'1,2,3,4,0\n'.repeat(3)}`, {}, '3 and 4', 5, 1],
    ['without names', '2,2\n1,2,0\n3,4,1\n', {}, '2 and 2', 3, 1],
    ['below others', '#\n\n2,2,a,b\n1,2,0\n3,4,1\n', { skipLines: 1 }, '2 and 2', 3, 3],
    ['read as a row', `3,3,a,b\n${'1,2,3,0\n'.repeat(3)}`, { header: false }, '3 and 3', 4, 1],
  ])('are named where they count rows and inputs: %s', (_, text, options, numbers, width, line) => {
    expect(problemsOf(() => parse(text, options))).toEqual([
      `d.csv:${line}: found the numbers of rows and inputs, ${numbers}, expected a header or a row of ${width}: use --skip-lines ${line} (skipLines: ${line})`,
    ]);
  });

  test('are rows or headers where they could be', () => {
    expect(parse('2,1\n3,4\n5,6\n')).toMatchObject({ rows: 3 });
    const words = { header: true };
    expect(parse('1,3,a,b\n1,2,3,0\n', words)).toMatchObject({ rows: 1, named: true });
    expect(problemsOf(() => parse('5,3,a,b\n1,2,3,0\n'))[0]).toContain('both names and numbers');
  });

  test('above numbers alone, too', () => {
    expect(problemsOf(() => parse('2,3\n1,2,3\n4,5,6\n'))[0]).toContain('--skip-lines 1');
    expect(problemsOf(() => parse('# made by hand\na,b\n1,2\n'))[0]).toContain('--skip-lines 1');
    expect(problemsOf(() => parse('x\n2\n1,2,3\n4,5,6\n', { skipLines: 1 }))[0]).toContain(
      '--skip-lines 2',
    );
  });

  test('are skipped', () => {
    expect(parse(WINE, { skipLines: 1 })).toMatchObject({ rows: 2, inputs: 4, named: false });
    expect(parse(`\ufeffx\n"\n${WINE}`, { skipLines: 3 })).toMatchObject({ rows: 2 });
    expect(problemsOf(() => parse('x\n1,2\n1,z\n1,2\n', { skipLines: 1 }))).toEqual([
      'd.csv:3:3: found "z", expected a number (column "x1")',
    ]);
  });

  test('are not all', () => {
    expect(problemsOf(() => parse('1,2\n', { skipLines: 3 }))).toEqual([
      'd.csv: found nothing below 3 lines, expected rows of numbers',
    ]);
  });
});

describe('columns', () => {
  const TEXT = 'id,a,b,c\nr1,1,2,3\n"r,2",4,5,6\n';

  test('are ignored by name or index, whatever they hold', () => {
    for (const ignore of [['id'], [0], [-4]]) {
      const table = parse(TEXT, { ignore });
      expect(table).toMatchObject({ rows: 2, inputs: 2, columns: ['id', 'a', 'b', 'c'] });
      expect([...table.x]).toEqual([1, 2, 4, 5]);
    }
    expect(parse('r1,1,2\nr2,3,4\n', { ignore: [0] })).toMatchObject({ named: false, rows: 2 });
  });

  test('may be targets, in the order asked for', () => {
    const { x, y, outputs } = parse(TEXT, { ignore: ['id'], target: ['c', 1] });
    expect({ x: [...x], y: [...y], outputs }).toEqual({ x: [2, 5], y: [3, 1, 6, 4], outputs: 2 });
  });

  test.each<[Partial<CsvFormat>, string]>([
    [{ ignore: ['di'] }, 'found no ignored column "di", expected "id", "a", "b" or "c"'],
    [{ ignore: [9] }, 'found no ignored column 9, expected an index from -4 to 3'],
    [{ target: 'a', ignore: [1] }, 'found column "a" as target and ignored, expected one of it'],
    [{ target: ['a', 'a'] }, 'found column "a" as target and again, expected one of it'],
    [{ target: [0, 1, 2, 3] }, 'found no input column, expected at least one'],
    [{ target: [] }, 'found no target column, expected at least one'],
    [{ target: 1.5 }, 'found no target column 1.5, expected an index from -4 to 3'],
  ])('%j', (options, message) => {
    expect(problemsOf(() => parse(TEXT, options))[0]).toContain(message);
  });
});

describe('separators', () => {
  test.each([
    ['semicolons', 'a;b\n1;2\n'],
    ['semicolons beside commas', '"a,1";b\n1;2\n'],
    ['tabs', 'a\tb\n 1 \t 2\n'],
    ['commas beside tabs', 'a\t,b\n1\t,\t2\n'],
    ['commas beside quoted semicolons', '"a;c",b\n1,2\n'],
  ])('%s', (_, text) => {
    const { rows, x, y } = parse(text);
    expect({ rows, x: [...x], y: [...y] }).toEqual({ rows: 1, x: [1], y: [2] });
  });

  test('decimal commas are told', () => {
    expect(problemsOf(() => parse('a;b\n1,5;2\n'))).toEqual([
      'd.csv:2:1: found "1,5", expected a number (column "a")',
    ]);
  });

  test('empty cells between tabs are told', () => {
    expect(problemsOf(() => parse('a\tb\n\t\n1\t2\n'))).toHaveLength(2);
  });
});

test.each([
  ['\ufffe\0', 'binary data or UTF-16'],
  ['PK\x03\x04\0', 'a zip archive (.xlsx or .npz?)'],
  ['\0\0\x08\x01', 'an IDX file'],
])('other files are named: %j', (text, name) => {
  expect(problemsOf(() => parse(text))).toEqual([`d.csv: found ${name}, expected UTF-8 text`]);
});

test('rows go where there is room, and progress is told', () => {
  const room = new Float32Array(1000);
  const taken: number[] = [];
  const take = (count: number) => {
    const start = taken.reduce((sum, each) => sum + each, 0);
    taken.push(count);
    return room.subarray(start, start + count);
  };
  const told: number[] = [];
  const text = `a,b\n${'1,2\n'.repeat(300)}`;
  parseCsv(new TextEncoder().encode(text), 'd.csv', {}, { take, onProgress: (f) => told.push(f) });
  expect(taken).toEqual([300, 300]);
  expect([...room.subarray(0, 600)]).toEqual([...Array(300).fill(1), ...Array(300).fill(2)]);
  expect(told.length).toBeGreaterThan(50);
  expect(told.length).toBeLessThanOrEqual(100);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBeGreaterThan(0.98);
});
