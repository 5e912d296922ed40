import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { CSV_DEFAULTS } from '../../src/data/read/csv-format.js';
import { assignInputs } from '../../src/data/read/csv-inputs.js';
import { type FileFormat, readInputs, readTable, readTables } from '../../src/data/read.js';
import { idx } from './read/idx-file.js';
import { NUMPY_FILES } from './read/numpy-files.js';
import { problemsOfAsync } from './read/problems.js';

const folder = mkdtempSync(join(tmpdir(), 'lanewise-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(data: string | Uint8Array): { path: string } {
  const path = join(folder, `file${files++}`);
  writeFileSync(path, data);
  return { path };
}
const csv = (text: string): FileFormat => ({ kind: 'csv', file: file(text) });
const json = (value: unknown): FileFormat => ({ kind: 'json', file: file(JSON.stringify(value)) });
const LABELLED = { labelled: true };

/** Problems without the name of the folder. */
async function problems(train: FileFormat, test?: FileFormat): Promise<string[]> {
  const found = await problemsOfAsync(() => readTables(train, test, LABELLED));
  return found.map((line) => line.replace(/^.*file\d+/, 'file').replaceAll(folder, ''));
}

describe('every format', () => {
  const images = idx('uint8', [2, 1, 2], [0, 255, 51, 102]);
  const labels = idx('uint8', [2], [1, 0]);
  const sets: [string, (pack: (data: Uint8Array | string) => Uint8Array | string) => FileFormat][] =
    [
      ['csv', (pack) => ({ kind: 'csv', file: file(pack('0,1,1\n0.2,0.4,0\n')) })],
      ['json', (pack) => ({ kind: 'json', file: file(pack('{"x":[[0,1],[0.2,0.4]],"y":[1,0]}')) })],
      ['idx', (pack) => ({ kind: 'idx', images: file(pack(images)), labels: file(pack(labels)) })],
    ];
  test.each(sets)('%s, plain or gzipped', async (_, format) => {
    for (const pack of [(data: Uint8Array | string) => data, gzipSync]) {
      const { table, identities } = await readTable(format(pack), LABELLED);
      expect(table).toMatchObject({ rows: 2, inputs: 2, outputs: 1 });
      expect(table.x).toEqual(Float32Array.of(0, 1, 0.2, 0.4));
      expect(table.y).toEqual(Float32Array.of(1, 0));
      for (const { sha256 } of identities.values()) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('npy', async () => {
    const [x, y] = [file(NUMPY_FILES.fortran), file(NUMPY_FILES.labels)];
    const { table, identities } = await readTable({ kind: 'npy', x, y }, LABELLED);
    expect(table.x).toEqual(Float32Array.of(1, 2, 3, -4, 5, 0.5));
    expect([...identities.keys()]).toEqual([x.path, y.path]);
    const sha256 = createHash('sha256').update(NUMPY_FILES.labels).digest('hex');
    expect(identities.get(y.path)).toMatchObject({ sha256 });
  });
});

test('x comes before y and training rows before test rows; progress only grows', async () => {
  const taken: number[] = [];
  const told: number[] = [];
  const take = (count: number) => {
    taken.push(count);
    return new Float32Array(count);
  };
  const onProgress = (fraction: number) => told.push(fraction);
  const train = csv('1,2,3\n'.repeat(500));
  await readTables(train, csv('1,2,3\n4,5,6\n'), { labelled: false, take, onProgress });
  expect(taken).toEqual([1000, 500, 4, 2]);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

describe('test rows', () => {
  test('count their classes as the training rows do', async () => {
    const { test } = await readTables(csv('1,c\n1,a\n1,b\n'), csv('1,c\n1,b\n'), LABELLED);
    expect(test).toMatchObject({ classNames: ['a', 'b', 'c'], y: Float32Array.of(2, 1) });
    const both = { train: { x: [[1], [2]], y: ['b', 'a'] }, test: { x: [[3]], y: ['b'] } };
    expect((await readTable(json(both), LABELLED)).test?.y).toEqual(Float32Array.of(1));
  });

  test.each<[string, FileFormat, FileFormat | undefined, string[]]>([
    [
      'other columns',
      csv('a,b\n1,2\n'),
      csv('a,c\n1,2\n'),
      ['file:1: found column "c", expected "b" as in the training rows'],
    ],
    [
      'more columns',
      csv('a,b\n1,2\n'),
      csv('1,2,3\n'),
      ['file: found 3 columns, expected 2 as in the training rows'],
    ],
    [
      'more inputs',
      csv('a,b\n1,2\n'),
      json({ x: [[1, 2]], y: [1] }),
      ['file: found 2 inputs a row, expected 1 as in the training rows'],
    ],
    [
      'more outputs',
      csv('a,b\n1,2\n'),
      json({ x: [[1]], y: [[1, 2]] }),
      ['file: found 2 outputs a row, expected 1 as in the training rows'],
    ],
    [
      'in the same file',
      json({ train: { x: [[1]], y: [1] }, test: { x: [[1, 2]], y: [1] } }),
      undefined,
      ['file: found 2 inputs a row, expected 1 as in the training rows'],
    ],
    [
      'another class',
      csv('1,a\n2,b\n'),
      csv('1,a\n2,c\n'),
      ['file: found class "c", expected one of the training rows: "a", "b"'],
    ],
    [
      'numbers for names',
      csv('1,a\n2,b\n'),
      csv('1,0\n2,1\n'),
      ['file: found numbers as targets, expected class names as in the training rows'],
    ],
    [
      'names for numbers',
      csv('1,0\n2,1\n'),
      csv('1,a\n2,b\n'),
      ['file: found class names as targets, expected numbers as in the training rows'],
    ],
    [
      'two files in one',
      csv('1,2\n'),
      json({ train: { x: [[1]], y: [1] }, test: { x: [[1]], y: [1] } }),
      ['file: found train and test, expected test rows alone: x and y'],
    ],
    [
      'twice',
      json({ train: { x: [[1]], y: [1] }, test: { x: [[1]], y: [1] } }),
      csv('1,2\n'),
      ['file: found test rows, expected none: the training file has its own'],
    ],
    [
      'problems in both',
      csv('a,b\n1,2\nx,1\n'),
      { kind: 'csv', file: { path: `${folder}/file` } },
      [
        'file:3:1: found "x", expected a number (column "a")',
        '/file: found no such file, expected a CSV file',
      ],
    ],
  ])('%s', async (_, train, other, expected) => {
    expect(await problems(train, other)).toEqual(expected);
  });

  test('of other images', async () => {
    const labels = file(idx('uint8', [1], [0]));
    const set = (dims: number[]): FileFormat => ({
      kind: 'idx',
      images: file(idx('uint8', dims, [1, 2])),
      labels,
    });
    expect(await problems(set([1, 2, 1]), set([1, 1, 2]))).toEqual([
      'file: found images of 1 × 2 × 1, expected images of 2 × 1 × 1 as in the training rows',
    ]);
    expect(await problems(set([1, 2, 1]), set([1, 2]))).toEqual([
      'file: found rows of numbers, expected images of 2 × 1 × 1 as in the training rows',
    ]);
  });
});

test('one class name is none', async () => {
  expect(await problems(csv('1,a\n2,a\n'))).toEqual([
    'file: found class "a" in every row, expected two classes or more',
  ]);
});

test('both files of a pair tell their problems', async () => {
  const lost = { path: join(folder, 'lost') };
  const found = await problems({ kind: 'npy', x: lost, y: lost });
  expect(found).toEqual([
    '/lost: found no such file, expected an NPY file of inputs',
    '/lost: found no such file, expected an NPY file of targets',
  ]);
  const broken = file('no');
  expect(await problems({ kind: 'idx', images: broken, labels: broken })).toHaveLength(2);
});

describe('rows whose targets may be missing', () => {
  const read = (source: FileFormat, inputs = 2) => {
    const assign = assignInputs({ inputs, targets: 1 }, CSV_DEFAULTS);
    return readInputs(source, { labelled: true, assign });
  };

  test.each<[string, () => FileFormat, number[][]]>([
    [
      'idx',
      () => ({ kind: 'idx', images: file(idx('uint8', [2, 1, 2], [0, 255, 0, 255])) }),
      [
        [0, 1],
        [0, 1],
      ],
    ],
    [
      'npy',
      () => ({ kind: 'npy', x: file(NUMPY_FILES.float32) }),
      [
        [1, 2, 3],
        [-4, 5, 0.5],
      ],
    ],
    [
      'json',
      () =>
        json({
          x: [
            [1, 2],
            [3, 4],
          ],
        }),
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'csv',
      () => csv('1,2\n3,4\n'),
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('%s has none where there is no file, key or column of them', async (_, source, expected) => {
    const { rows, inputs, outputs, x, y } = await read(source(), 2);
    expect({ rows, outputs, y: y.length }).toEqual({ rows: 2, outputs: 0, y: 0 });
    expect(inputs).toBe(expected[0].length);
    expect([...x]).toEqual(expected.flat());
  });

  test('they may be all of one class; of training and test rows it is the latter', async () => {
    expect(await read(csv('1,2,a\n3,4,a\n'))).toMatchObject({ classNames: ['a'], outputs: 1 });
    const both = { train: { x: [[1]], y: [1] }, test: { x: [[2], [3]] } };
    expect(await read(json(both))).toMatchObject({ rows: 2, outputs: 0 });
    await expect(read(json({ X: [[1]] }))).rejects.toThrow(
      /found no x, but X, expected x, and y where there are targets$/,
    );
  });
});
