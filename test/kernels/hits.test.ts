/** What is classified rightly: the largest of each column, elements beside a threshold. */
import { expect, test } from 'vitest';
import { arena, wasm } from './support/check.js';

const { NaN: none } = Number;

function hits(columns: readonly (readonly number[])[], labels: readonly number[]): number {
  arena.reset();
  const [m, n] = [columns[0].length, columns.length];
  const o = arena.input(m, n, () => 0, 3);
  columns.forEach((column, j) => {
    for (let i = 0; i < m; i++) arena.f32[arena.word(o, i, j)] = column[i];
  });
  const left = [...labels];
  const y = arena.input(1, n, () => left.shift()!);
  return wasm.class_hits(o.at, o.ld, y.at, m, n);
}

test.each<[string, number[], number]>([
  ['the largest', [1, 3, 2], 1],
  ['the first of equals', [3, 1, 3], 0],
  ['the first, of equal zeros', [-0, 0, 0], 0],
  ['an infinite one', [1, 2, Infinity], 2],
  ['the last', [-3, -2, -1], 2],
  ['not one that is no number', [1, none, 2], 2],
])('class_hits: %s', (_, column, label) => {
  expect(hits([column], [label])).toBe(1);
  for (const other of [label + 1, label - 1, 0.5, none]) expect(hits([column], [other])).toBe(0);
});

test.each([1, 2, 3, 4, 5, 8, 9, 100])('class_hits counts %d samples', (n) => {
  const columns = Array.from({ length: n }, (_, j) => [j % 3 === 0 ? 1 : 0, 0.5, j % 2]);
  const labels = columns.map((column) => column.indexOf(Math.max(...column)));
  expect(hits(columns, labels)).toBe(n);
  labels[n >> 1] = 7;
  expect(hits(columns, labels)).toBe(n - 1);
});

test('argmax_hits: the rows of the largest output and the largest target', () => {
  const outputs = [
    [1, 3, 3, 0],
    [2, 1, 3, none],
    [0, 2, 1, 5],
  ];
  const targets = [
    [0, 1, 0.5, 1],
    [0.9, 0, 0.5, 0],
    [0.1, 0, 0, 0],
  ];
  for (let n = 0; n <= 4; n++) {
    arena.reset();
    const place = (rows: readonly (readonly number[])[], gap: number) => {
      const left = rows.flatMap((row) => row.slice(0, n));
      return arena.input(3, n, () => left.shift()!, gap);
    };
    const [o, y] = [place(outputs, 1), place(targets, 2)];
    expect(wasm.argmax_hits(o.at, o.ld, y.at, y.ld, 3, n)).toBe(Math.min(n, 3));
  }
});

test('threshold_hits: above the threshold, as the target is above one half', () => {
  const outputs = [1, 1, 0, 0, 0.25, none, Infinity];
  const targets = [1, 0, 1, 0, 0, 0, 1];
  const right = [1, 0, 0, 1, 1, 1, 1];
  for (let n = 0; n <= outputs.length; n++) {
    arena.reset();
    const draw = (from: readonly number[]) => {
      const left = [...from.slice(0, n), ...from.slice(0, n)];
      return () => left.shift()!;
    };
    const o = arena.input(2, n, draw(outputs), 1);
    const y = arena.input(2, n, draw(targets), 2);
    const count = 2 * right.slice(0, n).reduce((a, b) => a + b, 0);
    expect(wasm.threshold_hits(o.at, o.ld, y.at, y.ld, 2, n, 0.25)).toBe(count);
  }
});
