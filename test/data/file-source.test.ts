import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import { open, samplesOf } from './samples.js';

const folder = mkdtempSync(join(tmpdir(), 'lanewise-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const TEXT = `a,y\n${Array.from({ length: 10 }, (_, i) => `${i},${10 * i}`).join('\n')}\n`;
const CSV = { kind: 'csv', file: file('d.csv', TEXT) };
const SEEDS = { seed: 1, seeds: 2 };

/** A memory of floats that hands out one stretch after the other. */
function memory(floats = 1000) {
  const all = new Float32Array(floats);
  let taken = 4;
  const take = (count: number) => {
    taken += count;
    return all.subarray(taken - count, taken);
  };
  return { all, take };
}

/** An array of unsigned bytes in the format of MNIST. */
function idx(dims: number[], values: number[]): Uint8Array {
  const head = [0, 0, 8, dims.length, ...dims.flatMap((n) => [0, 0, n >> 8, n & 255])];
  return Uint8Array.from([...head, ...values]);
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a CSV file', () => {
  test('is split by the seed, every row once', async () => {
    const source = await open({ ...CSV, testFraction: 0.3 }, { seeds: SEEDS });
    expect(source.entries).toEqual(
      [1, 2].map((seed) => ({
        seed,
        shape: { inputs: 1, outputs: 1, trainRows: 7, validationRows: 0, testRows: 3 },
      })),
    );
    const [first, second] = [source.dataset(0), source.dataset(1)];
    expect(first).toMatchObject({ id: 'csv-1', kind: 'csv', seed: 1 });
    const samples = [...samplesOf(first, first.train), ...samplesOf(first, first.test)];
    expect(samples.map(({ x }) => x[0]).sort()).toEqual(upTo(10));
    for (const { x, y } of samples) expect(y[0]).toBe(10 * x[0]);
    expect(second.test.order).not.toEqual(first.test.order);
    expect(second.train.x).toBe(first.train.x);
    const sha256 = createHash('sha256').update(TEXT).digest('hex');
    expect([...source.files.values()]).toEqual([{ name: 'd.csv', sha256 }]);
  });

  test('is one dataset for all seeds where nothing is drawn', async () => {
    for (const settings of [{ vary: 'none' }, { split: 'order' }, { testFile: CSV.file }]) {
      const source = await open({ ...CSV, ...settings }, { seeds: SEEDS });
      expect(source.entries.map(({ seed }) => seed)).toEqual([1]);
    }
  });

  test('has test rows in a file of their own', async () => {
    const source = await open({ ...CSV, testFile: file('t.csv', '5,6\n') });
    expect(source.entries[0].shape).toMatchObject({ trainRows: 10, testRows: 1 });
    const dataset = source.dataset(0);
    expect(dataset.id).toBe('csv');
    expect(samplesOf(dataset, dataset.test)).toEqual([{ x: [5], y: [6] }]);
    expect(source.files.size).toBe(2);
  });

  test('is cross-validated by seed, then fold', async () => {
    const source = await open({ ...CSV, folds: 3, validationFraction: 0.2 }, { seeds: SEEDS });
    expect(source.entries.map(({ seed, fold }) => [seed, fold])).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 1],
      [2, 2],
    ]);
    expect(source.entries.map(({ shape }) => shape.testRows)).toEqual([3, 3, 4, 3, 3, 4]);
    source.entries.forEach(({ fold, shape }, i) => {
      const dataset = source.dataset(i);
      const { train, validation, test: tests } = dataset;
      expect(dataset).toMatchObject({ fold, id: expect.stringContaining(`-fold${fold}`) });
      expect([train.rows, validation.rows, tests.rows]).toEqual([
        shape.trainRows,
        shape.validationRows,
        shape.testRows,
      ]);
      const rows = [train, validation, tests].flatMap(({ order }) => [...order!]);
      expect(rows.sort((a, b) => a - b)).toEqual(upTo(10));
    });
  });

  test('leaves every row out once', async () => {
    const source = await open({ ...CSV, folds: 'leave-one-out' }, { seeds: SEEDS });
    expect(source.entries.length).toBe(10);
    const tests = source.entries.map((_, i) => [...source.dataset(i).test.order!]);
    expect(tests).toEqual(upTo(10).map((row) => [row]));
    expect(source.dataset(4).id).toBe('csv-fold4');
  });

  test('of words holds classes', async () => {
    const path = file('w.csv', 'a,kind\n1,cat\n2,dog\n3,cat\n4,emu\n5,dog\n6,emu\n');
    const data = { kind: 'csv', file: path, split: 'stratified', testFraction: 0.5 };
    const source = await open(data, { loss: 'softmax-cross-entropy' });
    expect(source.classNames?.toSorted()).toEqual(['cat', 'dog', 'emu']);
    expect(source.entries[0].shape).toMatchObject({ classes: 3, outputs: 1 });
    const { test: tests } = source.dataset(0);
    expect([...tests.order!].map((row) => tests.y[row]).sort()).toEqual([0, 1, 2]);
  });
});

describe('rows in the memory of the training', () => {
  test('stay where they are read', async () => {
    const { all, take } = memory();
    const source = await open({ ...CSV, folds: 2 }, { seeds: SEEDS, take });
    expect(source.entries.length).toBe(4);
    for (const { shape } of source.entries) {
      const { train, validation, test: tests } = shape.resident!;
      expect(tests).toEqual(train);
      expect(validation).toEqual(train);
      expect([...all.subarray(train.x / 4, train.x / 4 + 10)]).toEqual(upTo(10));
      expect(all[train.y / 4 + 9]).toBe(90);
    }
    expect(source.dataset(0).train.x.buffer).toBe(all.buffer);
  });

  test('are scaled there for one dataset, copied for several', async () => {
    const only = memory();
    const one = await open({ ...CSV, scaling: 'minmax' }, { take: only.take });
    const place = one.entries[0].shape.resident!;
    expect(one.dataset(0).train.x.byteOffset).toBe(place.train.x);
    expect(Math.max(...only.all)).toBe(90);
    const { all, take } = memory();
    const two = await open({ ...CSV, scaling: 'minmax' }, { seeds: SEEDS, take });
    expect(two.entries[0].shape.resident).toBeUndefined();
    expect(two.dataset(0).train.order).toBeUndefined();
    expect(all.every((value) => value === 0)).toBe(true);
  });

  test('have one-hot columns there too', async () => {
    const { all, take } = memory();
    const images = file('i-idx3-ubyte', idx([4, 1, 2], [0, 255, 255, 0, 0, 0, 255, 255]));
    const labels = file('l-idx1-ubyte', idx([4], [1, 0, 2, 1]));
    const source = await open({ kind: 'idx', images, labels, split: 'order' }, { take });
    const { shape } = source.entries[0];
    expect(shape).toMatchObject({
      inputs: 2,
      outputs: 3,
      trainRows: 3,
      image: { height: 1, width: 2, channels: 1 },
    });
    const at = shape.resident!.train.y / 4;
    expect([...all.subarray(at, at + 12)]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0]);
  });
});

describe('a JSON file', () => {
  const rows = (...x: number[]) => ({ x: x.map((value) => [value]), y: x });
  const both = file('both.json', JSON.stringify({ train: rows(1, 2, 3), test: rows(4) }));

  test('may hold its test rows', async () => {
    const source = await open({ kind: 'json', file: both }, { seeds: SEEDS });
    expect(source.entries).toMatchObject([{ seed: 1, shape: { trainRows: 3, testRows: 1 } }]);
    expect(source.dataset(0).id).toBe('json');
  });

  test('is split where it does not', async () => {
    const path = file('one.json', JSON.stringify(rows(1, 2, 3, 4, 5)));
    const source = await open({ kind: 'json', file: path }, { seeds: SEEDS });
    expect(source.entries.map(({ shape }) => shape.testRows)).toEqual([1, 1]);
  });

  test('cannot be tested in two ways', async () => {
    const opened = open({ kind: 'json', file: both, folds: 2 });
    await expect(opened).rejects.toThrow('found test rows together with folds in the config');
  });
});

describe('problems', () => {
  test('of both files are told', async () => {
    const bad = file('bad.csv', 'a,b\n1,x\n');
    const opened = open({ kind: 'csv', file: bad, testFile: 'none.csv' });
    const error: InputError = await opened.then(
      () => undefined,
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error.exitCode).toBe(3);
    expect(error.problems).toHaveLength(2);
  });

  test.each([
    ['1,2\n', { testFraction: 0.5 }, 'found 1 row, expected at least 2: one to train, one to test'],
    [
      '1,2\n3,4\n',
      { validationFraction: 0.5 },
      'found 2 rows, expected at least 3: one to train, one to validate, one to test',
    ],
    ['1,2\n3,4\n', { folds: 3 }, 'found 2 rows, expected at least 3: one for each fold'],
    ['1,2\n3,.5\n', { split: 'stratified' }, 'found target 0.5 in data row 2, expected a class'],
  ])('of too few rows: %j with %j', async (text, settings, message) => {
    const opened = open({ kind: 'csv', file: file('few.csv', text), ...settings });
    await expect(opened).rejects.toThrow(message);
  });

  test('takes rows for images where the config says what size they have', async () => {
    const rows = file('images.csv', '1,2,3,4,0\n5,6,7,8,1\n9,8,7,6,0\n');
    const image = (height: number, width: number) => ({ height, width, channels: 1 });
    const source = await open({ kind: 'csv', file: rows, image: image(2, 2) });
    expect(source.entries[0].shape.image).toEqual(image(2, 2));
    await expect(open({ kind: 'csv', file: rows, image: image(2, 3) })).rejects.toThrow(
      /images\.csv: found 4 inputs, expected 6 for images of 2 × 3 × 1/,
    );
  });
});
