import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCurves } from '../../../src/cli/verdict/csv-curves.js';
import { InputError } from '../../../src/config/problem.js';

const read = (text: string) => csvCurves(new TextEncoder().encode(text), 'e.csv');

function problemsOf(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).exitCode).toBe(3);
    return (error as InputError).message.split('\n');
  }
  return [];
}

const SMALL = `size,params,seed,train,test
8,49,1,0.5,1.5
2,13,1,0.9,1.9
8,49,0,0.4,1.4
2,13,0,0.8,1.8
`;

describe('csvCurves', () => {
  it('sorts sizes by parameters and seeds by number', () => {
    expect(read(SMALL)).toEqual([
      {
        label: '',
        sizes: ['2', '8'],
        sweep: {
          params: [13, 49],
          test: [
            [1.8, 1.4],
            [1.9, 1.5],
          ],
          train: [
            [0.8, 0.4],
            [0.9, 0.5],
          ],
        },
      },
    ]);
  });

  it('does not depend on the order of rows and columns, nor on what else there is', () => {
    const [head, ...rows] = SMALL.trim().split('\n');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        (shuffled, order) => {
          const lines = [head, ...shuffled].map((line) => {
            const cells = line.split(',');
            return [...order.map((column) => cells[column]), 'else'].join(';');
          });
          expect(read(`\uFEFF${lines.join('\r\n')}`)).toEqual(read(SMALL));
        },
      ),
    );
  });

  it('keeps sizes of equal parameters as they come, and words for seeds by their letters', () => {
    const rows = ['b,9,x', 'a,9,x', 'b,9,w', 'a,9,w'].map((row, i) => `${row},1,${i}`);
    const [{ sizes, sweep }] = read(`size,params,seed,train,test\n${rows.join('\n')}\n`);
    expect([sizes, sweep.test]).toEqual([
      ['b', 'a'],
      [
        [2, 3],
        [0, 1],
      ],
    ]);
  });

  it('takes what is not finite, and nothing, for a run without an error', () => {
    const cells = ['', 'NaN', 'inf', '-Infinity', '1e999'];
    const rows = cells.map((cell, seed) => `1,1,${seed},${cell},0.5\n`);
    const [{ sweep }] = read(`size,params,seed,train,test\n${rows.join('')}`);
    expect(sweep.train).toEqual(cells.map(() => [null]));
  });

  it('has several curves where there is a column for it', () => {
    const text = 'curve,size,params,seed,train,test\none,1,1,1,1,1\ntwo,1,1,1,2,2\ntwo,2,2,1,3,3\n';
    expect(read(text).map(({ label, sizes }) => [label, sizes])).toEqual([
      ['one', ['1']],
      ['two', ['1', '2']],
    ]);
  });

  it.each<[string, string[]]>([
    [
      'sizes,SEED,train,test\n',
      [
        'e.csv:1: found a column "sizes", expected size',
        'e.csv:1: found no column params, expected one',
      ],
    ],
    [
      'size,params,seed,train,test,test\n1,1,1,1,1,1',
      ['e.csv:1: found several columns test, expected one'],
    ],
    ['\nsize,params,seed,train,test\n', ['e.csv: found no rows below the header']],
    [
      'variant,network,params,seed,status,train,test\n',
      ["e.csv:1: found the results.csv of a run, expected the run's folder or results.json"],
    ],
    [
      'size,params,seed,train,test\n1,1.5,1,-1,x\n,1,,1,1\n1,1,1,1\n',
      [
        'e.csv:2: found "1.5" in column params, expected a whole number above 0',
        'e.csv:2: found "-1" in column train, expected a squared error: 0 or more, nothing where a run has none',
        'e.csv:2: found "x" in column test, expected a squared error: 0 or more, nothing where a run has none',
        'e.csv:3: found an empty cell in column size, expected a name or number',
        'e.csv:3: found an empty cell in column seed, expected a name or number',
        'e.csv:4: found 4 cells, expected 5 as in the header',
      ],
    ],
    [
      `${SMALL}2,14,1,1,1\n`,
      [
        'e.csv:6: found 14 parameters of size "2", expected 13 as in line 3',
        'e.csv:6: found seed "1" of size "2" again, expected one row (there is line 3)',
      ],
    ],
    [
      `${SMALL}2,13,7,1,1\n2,13,8,1,1\n`,
      [
        'e.csv: found no row of seed "7" and 1 more for size "8", expected one for every size and seed; a run without errors has empty cells',
      ],
    ],
  ])('refuses %j', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it('names twenty problems and counts the others', () => {
    const text = `size,params,seed,train,test\n${'1,0,1,1,1\n'.repeat(50)}`;
    expect(problemsOf(text)).toHaveLength(21);
    expect(problemsOf(text)[20]).toBe('e.csv: … and 30 more');
  });

  it('reads or refuses any text', () => {
    const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('1', '2', 'NaN', '"', '-0'));
    const row = fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        problemsOf(`size,params,seed,train,test\n${rows.join('\n')}`);
        problemsOf(rows.join('\n'));
      }),
    );
  });
});
