import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { NO_ROWS } from '../../src/data/dataset.js';
import { digestRows } from '../../src/data/digest.js';
import { nativeHash } from '../../src/pool/native-hash.js';

const values = (count: number) => Float32Array.from({ length: count }, (_, i) => i / 7);
const sha256 = (...parts: Float32Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(new Uint8Array(part.buffer));
  return hash.digest('hex');
};

it('is the SHA-256 of the rows of all sets', () => {
  const train = { rows: 3, x: values(6), y: values(3) };
  const validation = { rows: 2, x: values(4), y: values(2) };
  const test = { rows: 1, x: values(2), y: values(1) };
  const sizes = { inputs: 2, outputs: 1 };
  expect(digestRows({ ...sizes, train, validation: NO_ROWS, test })).toBe(
    sha256(train.x, train.y, test.x, test.y),
  );
  expect(digestRows({ ...sizes, train, validation, test })).toBe(
    sha256(train.x, train.y, validation.x, validation.y, test.x, test.y),
  );
});

it.each([1, 3, 70_000])('of rows that are picked is that of their copies, %i wide', (inputs) => {
  const rows = Math.ceil(200_000 / inputs);
  const [x, y] = [values(rows * inputs), values(rows)];
  const order = Uint32Array.from({ length: rows - 1 }, (_, j) => (7 * j + 3) % rows);
  const picked = { rows: order.length, x, y, order };
  const copies = { x: new Float32Array(order.length * inputs), y: new Float32Array(order.length) };
  order.forEach((row, j) => {
    copies.x.set(x.subarray(row * inputs, (row + 1) * inputs), j * inputs);
    copies.y[j] = y[row];
  });
  const sets = { inputs, outputs: 1, validation: NO_ROWS, test: NO_ROWS };
  expect(digestRows({ ...sets, train: picked })).toBe(sha256(copies.x, copies.y));
  expect(digestRows({ ...sets, train: picked }, nativeHash())).toBe(sha256(copies.x, copies.y));
});
