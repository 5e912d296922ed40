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

  test('holds back as many rows as asked for, and trains on as many of the others', async () => {
    const all = await open({ ...CSV, testRows: 3 });
    const some = await open({ ...CSV, testRows: 3, trainRows: 4 });
    expect(some.entries[0].shape).toMatchObject({ trainRows: 4, testRows: 3 });
    const [whole, part] = [all.dataset(0), some.dataset(0)];
    expect(part.test).toEqual(whole.test);
    expect(samplesOf(part, part.train)).toEqual(samplesOf(whole, whole.train).slice(0, 4));
  });

  test('limits the training rows of every fold', async () => {
    const source = await open({ ...CSV, folds: 3, trainRows: 5, validationFraction: 0.1 });
    expect(source.entries.map(({ shape }) => Object.values(shape).slice(2))).toEqual([
      [5, 1, 3],
      [5, 1, 3],
      [5, 1, 4],
    ]);
    expect(source.dataset(2).train.rows).toBe(5);
  });

  test('is scaled by the rows that are trained on', async () => {
    const data = { ...CSV, split: 'order', testRows: 3, trainRows: 5, scaling: 'minmax' };
    const { x, rows } = (await open(data)).dataset(0).train;
    expect([rows, ...x.subarray(0, 5)]).toEqual([5, 0, 0.25, 0.5, 0.75, 1]);
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

  test('draws as many of the test rows of their own as asked for', async () => {
    const testFile = file(
      't6.csv',
      `${upTo(6)
        .map((i) => `${100 + i},${i % 2}`)
        .join('\n')}\n`,
    );
    const data = { ...CSV, testFile, testRows: 4 };
    const source = await open(data, { seeds: SEEDS });
    expect(source.entries.map(({ shape }) => [shape.trainRows, shape.testRows])).toEqual([
      [10, 4],
      [10, 4],
    ]);
    const [first, second] = [source.dataset(0), source.dataset(1)];
    expect(first.id).toBe('csv-1');
    expect(first.train).toEqual(second.train);
    expect(first.test.order).not.toEqual(second.test.order);
    for (const { x } of samplesOf(first, first.test)) expect(x[0]).toBeGreaterThanOrEqual(100);
    const inOrder = (await open({ ...data, split: 'order' }, { seeds: SEEDS })).dataset(0);
    expect(samplesOf(inOrder, inOrder.test).map(({ x }) => x[0])).toEqual([100, 101, 102, 103]);
    const settings = { loss: 'binary-cross-entropy' as const };
    const labels = file(
      'l.csv',
      `${upTo(8)
        .map((i) => `${i},${i % 2}`)
        .join('\n')}\n`,
    );
    const strata = await open({ ...data, file: labels, split: 'stratified' }, settings);
    const { test: tests } = strata.dataset(0);
    expect([...tests.order!].map((row) => tests.y[row]).sort()).toEqual([0, 0, 1, 1]);
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

  test('may be asked for some of its test rows, or to hold some back', async () => {
    const own = file('own.json', JSON.stringify({ train: rows(1, 2, 3), test: rows(4, 5, 6) }));
    const some = await open({ kind: 'json', file: own, testRows: 2 }, { seeds: SEEDS });
    expect(some.entries.map(({ shape }) => [shape.trainRows, shape.testRows])).toEqual([
      [3, 2],
      [3, 2],
    ]);
    const path = file('five.json', JSON.stringify(rows(1, 2, 3, 4, 5)));
    const held = await open({ kind: 'json', file: path, testRows: 2 });
    expect(held.entries[0].shape).toMatchObject({ trainRows: 3, testRows: 2 });
  });

  test('cannot be tested in two ways', async () => {
    const opened = open({ kind: 'json', file: both, folds: 2 });
    await expect(opened).rejects.toThrow('found test rows together with folds in the config');
  });
});

describe('problems', () => {
  test('of too few training and test rows are told together', async () => {
    const [few, tests] = [file('one.csv', '1,2\n'), file('two.csv', '1,2\n3,4\n')];
    const data = { kind: 'csv', file: few, testFile: tests, testRows: 9, validationFraction: 0.5 };
    const error = (await open(data).catch((reason) => reason)) as InputError;
    expect(error.exitCode).toBe(3);
    expect(error.message).toBe(
      `${few}: found 1 row, expected at least 2: one to train, one to validate\n` +
        `${tests}: found 2 test rows, expected at least the 9 that testRows asks for`,
    );
  });

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
    ['1,2\n3,4\n', { testRows: 2 }, 'found 2 rows, expected at least 3: one to train, 2 to test'],
    [
      TEXT,
      { testRows: 3, validationFraction: 0.3, trainRows: 6 },
      'found 10 rows, expected more: 3 to test and 2 to validate leave 5, trainRows asks for 6',
    ],
    [
      TEXT,
      { folds: 4, trainRows: 8 },
      'found 10 rows, expected more: 3 to test leave 7, trainRows asks for 8',
    ],
    [
      TEXT,
      { testFile: CSV.file, trainRows: 1000 },
      'found 10 rows, expected more: trainRows asks for 1,000',
    ],
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
