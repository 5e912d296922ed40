/** Images moved by maps: exact where the map is whole, bilinear elsewhere, +0 outside. */
import { describe, expect, test } from 'vitest';
import { Touch } from './support/arena.js';
import { arena, reference, wasm } from './support/check.js';
import { uniform } from './support/values.js';

type Size = readonly [height: number, width: number, channels: number];
const [H, W, C] = [6, 9, 2];
const SIZE: Size = [H, W, C];
const IMAGES = 5;
type Map = readonly [number, number, number, number, number, number];
type Image = (r: number, c: number, channel: number) => number;

/** Each image of a batch of maps, moved; sample j is image 4 − j mod 5. */
function move(kernels: typeof wasm, maps: readonly Map[], [h, w, ch]: Size = SIZE) {
  arena.reset();
  const n = maps.length;
  const pixels = h * w * ch;
  const src = arena.packed(IMAGES, pixels, uniform(17), pixels + 3);
  const index = maps.map((_, j) => (4 * (j + 1)) % IMAGES);
  const rows = arena.indices(index);
  const table = maps.flat();
  const map = arena.packed(1, table.length, () => table.shift()!);
  const dst = arena.output(pixels, n, Touch.zero);
  kernels.gather_images(dst.at, dst.ld, src.at, src.ld, rows, n, h, w, ch, map.at);
  return index.map((image, j) => ({
    source: ((r, c, channel) => {
      const inside = r >= 0 && r < h && c >= 0 && c < w;
      return inside ? arena.get(src, image, (r * w + c) * ch + channel) : 0;
    }) satisfies Image,
    moved: ((r, c, channel) => arena.get(dst, (r * w + c) * ch + channel, j)) satisfies Image,
  }));
}

/** Every pixel of every sample. */
function expectAll(
  moved: ReturnType<typeof move>,
  wanted: (source: Image, r: number, c: number, channel: number) => number,
  tolerance = 0,
  [h, w, ch]: Size = SIZE,
): void {
  for (const { source, moved: image } of moved) {
    for (let r = 0; r < h; ++r) {
      for (let c = 0; c < w; ++c) {
        for (let channel = 0; channel < ch; ++channel) {
          const difference = image(r, c, channel) - wanted(source, r, c, channel);
          expect(Math.abs(difference)).toBeLessThanOrEqual(tolerance);
        }
      }
    }
  }
}

const batch = (map: Map): Map[] => Array.from({ length: 7 }, () => map);

describe.each([
  ['wasm', wasm],
  ['reference', reference],
] as const)('%s', (_, kernels) => {
  test('identity', () => {
    expectAll(move(kernels, batch([1, 0, 0, 0, 1, 0])), (image, r, c, ch) => image(r, c, ch));
  });

  test('flips', () => {
    const [across, down]: Map[] = [
      [1, 0, 0, 0, -1, W - 1],
      [-1, 0, H - 1, 0, 1, 0],
    ];
    expectAll(move(kernels, batch(across)), (image, r, c, ch) => image(r, W - 1 - c, ch));
    expectAll(move(kernels, batch(down)), (image, r, c, ch) => image(H - 1 - r, c, ch));
  });

  test.each([
    [1, 2],
    [-2, 3],
    [H, 0],
    [0, -W],
  ])('a shift by %i rows and %i columns brings zeros in', (rows, columns) => {
    const moved = move(kernels, batch([1, 0, rows, 0, 1, columns]));
    expectAll(moved, (image, r, c, ch) => image(r + rows, c + columns, ch));
  });

  test('a quarter turn', () => {
    const size: Size = [7, 7, 1];
    const moved = move(kernels, batch([0, 1, 0, -1, 0, 6]), size);
    expectAll(moved, (image, r, c, ch) => image(c, 6 - r, ch), 0, size);
  });

  test('half a pixel is the mean of two, or half of the edge', () => {
    const moved = move(kernels, batch([1, 0, 0, 0, 1, -0.5]));
    const mean = (image: Image, r: number, c: number, ch: number) =>
      (image(r, c - 1, ch) + image(r, c, ch)) / 2;
    expectAll(moved, mean, 1e-7);
  });

  test('small rotations, a different one for each sample', () => {
    const maps = Array.from({ length: 6 }, (_, j): Map => {
      const [cos, sin] = [Math.cos(0.1 * j - 0.2), Math.sin(0.1 * j - 0.2)];
      const [y, x] = [(H - 1) / 2, (W - 1) / 2];
      return [cos, -sin, y - cos * y + sin * x, sin, cos, x - sin * y - cos * x];
    });
    for (const [j, sample] of move(kernels, maps).entries()) {
      const [m0, m1, m2, m3, m4, m5] = maps[j].map(Math.fround);
      expectAll(
        [sample],
        (image, r, c, ch) => bilinear(image, m0 * r + m1 * c + m2, m3 * r + m4 * c + m5, ch),
        4e-6,
      );
    }
  });

  test('no map reads outside, and only what is not finite gives NaN', () => {
    const huge = [1e30, -1e30, 2 ** 31, -(2 ** 31), 2 ** 32, 1e9, -1e9];
    expectAll(
      move(
        kernels,
        huge.map((x) => [0, 0, x, 0, 1, 0] satisfies Map),
      ),
      () => 0,
    );
    expectAll(
      move(
        kernels,
        huge.map((x) => [1, 0, 0, 0, 0, x] satisfies Map),
      ),
      () => 0,
    );
    const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { moved } of move(
      kernels,
      bad.map((x) => [0, 0, x, 0, 1, 0] satisfies Map),
    )) {
      expect(moved(1, 2, 1)).toBeNaN();
    }
  });
});

function bilinear(image: Image, y: number, x: number, channel: number): number {
  const [r, c] = [Math.floor(y), Math.floor(x)];
  const [down, right] = [y - r, x - c];
  const row = (at: number) =>
    (1 - right) * image(at, c, channel) + right * image(at, c + 1, channel);
  return (1 - down) * row(r) + down * row(r + 1);
}
