import { describe, expect, test } from 'vitest';
import type { InputError } from '../../../src/config/problem.js';
import { parseCsv } from '../../../src/data/read/csv.js';
import { CSV_DEFAULTS, type CsvFormat } from '../../../src/data/read/csv-format.js';
import { assignInputs, type KnownColumns } from '../../../src/data/read/csv-inputs.js';

function read(text: string, known: KnownColumns, format: Partial<CsvFormat> = {}) {
  const bytes = new TextEncoder().encode(text);
  const whole = { ...CSV_DEFAULTS, ...format };
  const assign = assignInputs(known, whole);
  try {
    const { x, y, inputs } = parseCsv(bytes, 'd.csv', whole, { labelled: true, assign });
    return { x: [...x], y: [...y], inputs };
  } catch (error) {
    return (error as InputError).problems.map(({ line, message }) => `${line}: ${message}`);
  }
}

describe('by name, where both files have a header', () => {
  const known = { inputs: 2, targets: 1, names: { inputs: ['a', 'b'], targets: ['y'] } };

  test.each<[string, string, number[], number[]]>([
    ['as in the training', 'a,b,y\n1,2,3\n', [1, 2], [3]],
    ['in another order, with more columns', 'id,b,y,a\nq,2,3,1\n', [1, 2], [3]],
    ['without targets', 'b,a\n2,1\n', [1, 2], []],
  ])('%s', (_, text, x, y) => {
    expect(read(text, known)).toEqual({ x, y, inputs: 2 });
  });

  test('a target that is called otherwise here', () => {
    const names = { inputs: ['a', 'b'], targets: ['z'] };
    expect(read('z,b,a\n3,2,1\n', { ...known, names })).toEqual({ x: [1, 2], y: [3], inputs: 2 });
    const last = { ...known, names: { inputs: ['a', 'b'], targets: [-1] } };
    expect(read('b,a,z\n2,1,3\n', last)).toMatchObject({ x: [1, 2], y: [3] });
  });

  test('of two targets both or none', () => {
    const two = { inputs: 1, targets: 2, names: { inputs: ['a'], targets: ['y', 'z'] } };
    expect(read('z,a,y\n3,1,2\n', two)).toEqual({ x: [1], y: [2, 3], inputs: 1 });
    expect(read('a,y\n1,2\n', two)).toEqual({ x: [1], y: [], inputs: 1 });
  });

  test('what is missing or there twice', () => {
    expect(read('A,c,c2\n1,2,3\n', known)).toEqual([
      '1: found no column "a", expected one: it is an input of the model; did you mean A?',
      '1: found no column "b", expected one: it is an input of the model',
    ]);
    expect(read('a,b,b\n1,2,3\n', known)).toEqual([
      '1: found two columns "b", expected one: it is an input of the model',
    ]);
  });
});

describe('by place, where one of them has none', () => {
  const known = { inputs: 2, targets: 1 };

  test.each<[string, string, Partial<CsvFormat>, number[], number[]]>([
    ['with the target', '1,2,3\n4,5,6\n', {}, [1, 2, 4, 5], [3, 6]],
    ['the target first', '3,1,2\n', { target: 0 }, [1, 2], [3]],
    ['without it', '1,2\n4,5\n', { target: 0 }, [1, 2, 4, 5], []],
    ['with an ignored column', '9,1,2,3\n', { ignore: [0] }, [1, 2], [3]],
    ['with it, without the target', '1,9,2\n', { ignore: [-3], target: -1 }, [1, 2], []],
    ['without both', '1,2\n', { ignore: [0] }, [1, 2], []],
    ['a header here, none there', 'u,v\n1,2\n', {}, [1, 2], []],
    ['an ignored column by its name here', 'u,id,v\n1,9,2\n', { ignore: ['id'] }, [1, 2], []],
  ])('%s', (_, text, format, x, y) => {
    expect(read(text, known, format)).toEqual({ x, y, inputs: 2 });
  });

  test('without two ignored columns, with the target', () => {
    const format = { ignore: [0, 2], target: 3 };
    expect(read('1,7,2\n', known, format)).toEqual({ x: [1, 2], y: [7], inputs: 2 });
    expect(read('1,2\n', known, format)).toEqual({ x: [1, 2], y: [], inputs: 2 });
  });

  test('one input, one column', () => {
    expect(read('1\n2\n', { inputs: 1, targets: 1 })).toEqual({ x: [1, 2], y: [], inputs: 1 });
  });

  test('words of classes as targets', () => {
    expect(read('1,2,b\n4,5,a\n', known)).toEqual({ x: [1, 2, 4, 5], y: [1, 0], inputs: 2 });
  });

  test('other numbers of columns, and names without a header', () => {
    expect(read('1,2,3,4,5\n', known)).toEqual([
      '1: found 5 columns, expected 2 or 3: 2 inputs of the model, with targets or without',
    ]);
    expect(read('1\n', known, { ignore: [0] })).toEqual([
      '1: found 1 column, expected 2, 3 or 4: 2 inputs of the model, with targets or without',
    ]);
    expect(read('1,2,3\n', known, { ignore: ['id'] })).toEqual([
      '1: found 3 columns without the ignored column "id", expected 4, or a header',
    ]);
  });
});
