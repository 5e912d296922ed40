import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/config/problem.js';
import { columnProblems, parseCsv } from '../../../src/data/read/csv.js';
import type { CsvFormat } from '../../../src/data/read/csv-format.js';

const LAST: Partial<CsvFormat> = { target: -1, header: 'auto' };
const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, options: Partial<CsvFormat> = {}) =>
  parseCsv(bytes(text), 'd.csv', { ...LAST, ...options });

function problems(text: string, options: Partial<CsvFormat> = {}): string[] {
  try {
    parse(text, options);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).exitCode).toBe(3);
    return (error as InputError).message.split('\n');
  }
  return [];
}

describe('rows', () => {
  test('with a header', () => {
    expect(parse('a,b,y\n1,2,3\n4,5,6\n')).toEqual({
      columns: ['a', 'b', 'y'],
      named: true,
      columnNames: { inputs: ['a', 'b'], targets: ['y'] },
      rows: 2,
      inputs: 2,
      outputs: 1,
      x: Float32Array.of(1, 2, 4, 5),
      y: Float32Array.of(3, 6),
    });
  });

  test('that names inputs and targets in any order, and what is ignored', () => {
    const { columnNames } = parse('y,id,a,z,b\n1,no,2,3,4\n', {
      target: ['z', 'y'],
      ignore: ['id'],
    });
    expect(columnNames).toEqual({ inputs: ['a', 'b'], targets: ['z', 'y'] });
  });

  test('without', () => {
    expect(parse('1,2\n3,4')).toMatchObject({ columns: ['x0', 'x1'], named: false, rows: 2 });
  });

  test.each<[string, string, Partial<CsvFormat>]>([
    ['byte order mark', '\ufeffa,b\n1,2\n', {}],
    ['CRLF', 'a,b\r\n1,2\r\n', {}],
    ['CR at the end', 'a,b\n1,2\r', {}],
    ['quotes', '"a","b"\n"1","2"\n', {}],
    ['blanks', ' a ,\tb \n 1 ,  2\t\n', {}],
    ['empty lines', '\n \na,b\n\n1,2\n\n \n', {}],
    ['names that are numbers', '7,8\n1,2\n', { header: true }],
    ['names over two lines', '"a\n,""b""",b\n1,2\n', {}],
    ['a target by name', 'b,a\n2,1\n', { target: 'b' }],
    ['a target by index', 'b,a\n2,1\n', { target: 0 }],
    ['a target from the end', 'b,a\n2,1\n', { target: -2 }],
    ['plus, exponent, point', 'a,b\n+1e0,.2E+1\n', {}],
    ['many digits', 'a,b\n1.0000000000000000000,2.0e000\n', {}],
  ])('%s', (_, text, options) => {
    const { rows, x, y } = parse(text, options);
    expect({ rows, x: [...x], y: [...y] }).toEqual({ rows: 1, x: [1], y: [2] });
  });
});

describe('problems', () => {
  test.each<[string, Partial<CsvFormat>, string[]]>([
    ['', {}, ['d.csv: found an empty file, expected rows of numbers']],
    ['\ufeff \n', {}, ['d.csv: found an empty file, expected rows of numbers']],
    ['a,b\n', {}, ['d.csv: found no rows below the header']],
    [
      '1\n2\n',
      {},
      ['d.csv:1: found 1 column, expected 2 or more, separated by commas, semicolons or tabs'],
    ],
    [
      '1 2\n',
      {},
      ['d.csv:1: found 1 column, expected 2 or more, separated by commas, semicolons or tabs'],
    ],
    ['a\0,b\0\n', {}, ['d.csv: found binary data or UTF-16, expected UTF-8 text']],
    [
      'a,b\n1,2,3\n1\n',
      {},
      ['d.csv:2: found 3 cells, expected 2', 'd.csv:3: found 1 cell, expected 2'],
    ],
    ['a,b\n1,x\n', {}, ['d.csv:2:3: found "x", expected a number (column "b")']],
    ['a,b\n1,\n', {}, ['d.csv:2:3: found an empty cell, expected a number (column "b")']],
    ['a,b\n1,2\n,3', {}, ['d.csv:3:1: found an empty cell, expected a number (column "a")']],
    [
      'a,b\nnan,-Inf\n',
      {},
      [
        'd.csv:2:1: found nan, expected a number (column "a")',
        'd.csv:2:5: found -Inf, expected a number (column "b")',
      ],
    ],
    [
      'a,b\n1e39,0x1\n',
      {},
      [
        'd.csv:2:1: found 1e+39, expected a number within ±3.4e38',
        'd.csv:2:6: found "0x1", expected a number (column "b")',
      ],
    ],
    ['a,b\n1,"2\n', {}, ['d.csv:2:3: found ""2", expected a number (column "b")']],
    [
      '1,x\n1,2\n',
      {},
      [
        'd.csv:1: found both names and numbers, expected one or the other, or to be told whether it is a header',
      ],
    ],
    ['1,x\n1,2\n', { header: false }, ['d.csv:1:3: found "x", expected a number (column "x1")']],
    ['1,\n1,2\n', {}, ['d.csv:1:3: found an empty cell, expected a number (column "x1")']],
    [
      'a,price\n1,2\n',
      { target: 'prcie' },
      ['d.csv: found no target column "prcie", expected "a" or "price"; did you mean price?'],
    ],
    ['1,2\n', { target: 'y' }, ['d.csv: found no header that names the target "y", expected one']],
    [
      'y,y,x\n1,2,3\n',
      { target: 'y' },
      ['d.csv: found two columns "y", expected one; name the target by its index'],
    ],
    [
      'a,b\n1,2\n',
      { target: 2 },
      ['d.csv: found no target column 2, expected an index from -2 to 1'],
    ],
    [
      'a,b\n1,2\n',
      { target: -3 },
      ['d.csv: found no target column -3, expected an index from -2 to 1'],
    ],
  ])('%j %j', (text, options, expected) => {
    expect(problems(text, options)).toEqual(expected);
  });

  test('of a long file only the first', () => {
    const found = problems(`a,b\n${'x,1\n'.repeat(1234)}`);
    expect(found).toHaveLength(21);
    expect(found[20]).toBe('d.csv: … and 1,214 more');
  });

  test('lines are counted through quoted newlines', () => {
    expect(problems('"a\nb",c\n1,2\n3,x\n')).toEqual([
      'd.csv:4:3: found "x", expected a number (column "c")',
    ]);
  });

  test('a wide line and many short ones do not exhaust the memory', () => {
    const text = `${'1,'.repeat(200_000)}1\n${'\n'.repeat(200_000)}1\n`;
    expect(problems(text)).toEqual(['d.csv:200002: found 1 cell, expected 200001']);
  });
});

test('test rows must have the columns of the training rows', () => {
  const train = parse('a,b\n1,2\n');
  expect(columnProblems(train, parse('a,b\n3,4\n'), 't.csv')).toEqual([]);
  expect(columnProblems(train, parse('3,4\n'), 't.csv')).toEqual([]);
  expect(columnProblems(train, parse('a,c\n3,4\n'), 't.csv')).toEqual([
    { where: 't.csv', line: 1, message: 'found column "c", expected "b" as in the training rows' },
  ]);
  expect(columnProblems(train, parse('3,4,5\n'), 't.csv')).toEqual([
    { where: 't.csv', message: 'found 3 columns, expected 2 as in the training rows' },
  ]);
});

describe('any text', () => {
  const float = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(float, { minLength: width, maxLength: width }), { minLength: 1 }),
    );

  test('of numbers comes back exactly', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const { x, y, inputs } = parse(rows.map((row) => row.join(',')).join(newline), {
          header: false,
        });
        const back = rows.map((_, r) => [...x.subarray(r * inputs, (r + 1) * inputs), y[r]]);
        expect(back).toEqual(rows);
      }),
    );
  });

  test('gives rows or problems', () => {
    const part = fc.constantFrom(
      '1',
      '-2.5e3',
      ',',
      ',',
      '\n',
      '\r\n',
      '"',
      'x',
      ' ',
      '\r',
      '.',
      'e',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        for (const line of problems(parts.join('')))
          expect(line).toMatch(/^d\.csv(:\d+){0,2}: [^\p{Cc}]+$/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('any bytes give rows or problems', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (data) => {
        try {
          parseCsv(data, 'd.csv', LAST);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});
