import { expect, it } from 'vitest';
import { markers, rings } from '../../../src/report/chart/marker.js';

/** Area of an outline of lines and half circles. */
function areaOf(d: string): number {
  const arc = /a([\d.]+)/.exec(d);
  if (arc) return Math.PI * Number(arc[1]) ** 2;
  let [x, y, area] = [0, 0, 0];
  let start = [0, 0];
  for (const [, command, a, b] of d.matchAll(/([mlhv])(-?[\d.]+)[ ]?(-?[\d.]+)?/g)) {
    const [dx, dy] = command === 'h' ? [a, 0] : command === 'v' ? [0, a] : [a, b];
    const [toX, toY] = [x + Number(dx), y + Number(dy)];
    if (command === 'm') start = [toX, toY];
    else area += (x * toY - toX * y) / 2;
    [x, y] = [toX, toY];
  }
  return Math.abs(area + (x * start[1] - start[0] * y) / 2);
}

it('has six shapes of about equal size, in turn', () => {
  const shapes = Array.from({ length: 6 }, (_, k) => markers(k, [[0, 0]]));
  expect(new Set(shapes).size).toBe(6);
  expect(markers(6, [[0, 0]])).toBe(shapes[0]);
  for (const shape of shapes) {
    const area = areaOf(shape.replace('M0 0', ''));
    expect(area).toBeGreaterThan(14);
    expect(area).toBeLessThan(27);
  }
});

it('draws one at every point', () => {
  expect(
    markers(1, [
      [1, 2.04],
      [3, -4],
    ]),
  ).toMatch(/^M1 2m[^M]*zM3 -4m[^M]*z$/);
  expect(rings([[1, 2]])).toMatch(/^M1 2m-5 0a5 5/);
});
