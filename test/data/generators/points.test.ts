import { describe, expect, it } from 'vitest';
import { DATA_DEFAULTS } from '../../../src/config/data-defaults.js';
import type { ClassDataConfig } from '../../../src/config/types.js';
import { generatorOf } from '../../../src/data/generate.js';
import { classOf } from '../../../src/data/generators/points.js';

type Kind = ClassDataConfig['kind'];
const KINDS: Kind[] = ['circles', 'moons', 'spirals', 'blobs', 'xor'];

const config = (kind: Kind, settings: object = {}) =>
  ({ ...DATA_DEFAULTS[kind], ...settings }) as unknown as ClassDataConfig;

function draw(kind: Kind, settings: object = {}, seed = 1) {
  const { train, test } = generatorOf(config(kind, settings)).draw(seed);
  const points = Array.from(train.y, (label, i) => ({
    x: train.x[2 * i],
    y: train.x[2 * i + 1],
    label,
  }));
  return { train, test, points };
}

const quiet = { noise: 0, deviation: 0, train: 9, test: 4 };
const byPlace = (points: number[][]) => points.map(([x, y, label]) => [label, x, y]).sort(compare);
function compare(a: number[], b: number[]): number {
  const i = a.findIndex((value, at) => Math.abs(value - b[at]) > 1e-6);
  return i < 0 ? 0 : a[i] - b[i];
}

function expectPoints(kind: Kind, settings: object, expected: number[][]) {
  const { points } = draw(kind, { ...quiet, train: expected.length, ...settings });
  const found = byPlace(points.map(({ x, y, label }) => [x, y, label]));
  byPlace(expected).forEach((point, i) => {
    point.forEach((value, at) => {
      expect(found[i][at]).toBeCloseTo(value, 6);
    });
  });
}

/** As numpy.linspace. */
const linspace = (from: number, to: number, count: number, endpoint = true) =>
  Array.from(
    { length: count },
    (_, i) => from + ((to - from) * i) / (endpoint ? count - 1 : count),
  );

describe('without noise', () => {
  it('circles are those of make_circles', () => {
    const outer = linspace(0, 2 * Math.PI, 4, false).map((a) => [Math.cos(a), Math.sin(a), 0]);
    const inner = linspace(0, 2 * Math.PI, 5, false).map((a) => [
      0.3 * Math.cos(a),
      0.3 * Math.sin(a),
      1,
    ]);
    expectPoints('circles', { factor: 0.3 }, [...outer, ...inner]);
  });

  it('moons are those of make_moons', () => {
    const outer = linspace(0, Math.PI, 4).map((a) => [Math.cos(a), Math.sin(a), 0]);
    const inner = linspace(0, Math.PI, 5).map((a) => [1 - Math.cos(a), 1 - Math.sin(a) - 0.5, 1]);
    expectPoints('moons', {}, [...outer, ...inner]);
  });

  it('spirals grow to radius 1 over their turns', () => {
    const arm = (label: number) =>
      [0.25, 0.5, 0.75, 1].map((r) => {
        const angle = 2 * Math.PI * (1.5 * r + label / 3);
        return [r * Math.cos(angle), r * Math.sin(angle), label];
      });
    expectPoints('spirals', { arms: 3, turns: 1.5 }, [0, 1, 2].flatMap(arm));
  });

  it('blobs shrink to their centres on the unit circle', () => {
    expectPoints('blobs', { classes: 4 }, [
      [1, 0, 0],
      [0, 1, 1],
      [-1, 0, 2],
      [0, -1, 3],
    ]);
  });

  it('xor tells whether signs differ', () => {
    const { points } = draw('xor', { train: 2000 });
    for (const { x, y, label } of points) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
      expect(label).toBe(x * y < 0 ? 1 : 0);
    }
    const ones = points.filter(({ label }) => label === 1).length;
    expect(Math.abs(ones - 1000)).toBeLessThan(100);
  });
});

describe.each(KINDS)('%s', (kind) => {
  it('are a function of the seed, of the size asked for', () => {
    const { train, test } = draw(kind, { train: 31, test: 7 });
    expect([train.rows, train.x.length, train.y.length]).toEqual([31, 62, 31]);
    expect([test.rows, test.x.length, test.y.length]).toEqual([7, 14, 7]);
    expect(draw(kind, { train: 31, test: 7 }).train).toEqual(train);
    expect(draw(kind, { train: 31, test: 7 }, 2).train).not.toEqual(train);
  });

  it('come mixed', () => {
    const { y } = draw(kind).train;
    expect(new Set(y.subarray(0, 40)).size).toBeGreaterThan(1);
  });

  it('have as many wrong labels as asked for, in training alone', () => {
    const right = draw(kind, { train: 200 });
    const wrong = draw(kind, { train: 200, labelNoise: 0.15 });
    expect(wrong.train.x).toEqual(right.train.x);
    expect(wrong.test).toEqual(right.test);
    const differ = wrong.train.y.filter((label, i) => label !== right.train.y[i]);
    expect(differ.length).toBe(30);
    const { classes = 0 } = generatorOf(config(kind));
    expect(wrong.train.y.every((label) => label >= 0 && label < classes)).toBe(true);
  });

  it('have noise of the given deviation', () => {
    const settings = { train: 20000, noise: 0, deviation: 0 };
    const still = draw(kind, settings).train.x;
    const { x } = draw(kind, { ...settings, noise: 0.2, deviation: 0.2 }).train;
    const square = x.reduce((sum, value, i) => sum + (value - still[i]) ** 2, 0) / x.length;
    expect(Math.sqrt(square)).toBeCloseTo(0.2, 2);
  });
});

it('classes follow each other, of one size', () => {
  const labels = (rows: number, classes: number) =>
    Array.from({ length: rows }, (_, row) => classOf(row, rows, classes).label);
  expect(labels(7, 3)).toEqual([0, 0, 1, 1, 2, 2, 2]);
  expect(labels(2, 3)).toEqual([1, 2]);
  expect(classOf(5, 7, 3)).toEqual({ label: 2, index: 1, size: 3 });
});
