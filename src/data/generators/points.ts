import type { ClassDataConfig } from '../../config/types.js';
import { permute } from '../../random/permutation.js';
import { PURPOSE, Stream } from '../../random/stream.js';
import type { Rows } from '../dataset.js';
import type { Drawn } from './drawn.js';

/** Where the points of classes lie before noise. */
export interface Shape {
  classes: number;
  /** Deviation of the normal noise on both coordinates. */
  noise: number;
  /**
   * Places point `row` of `rows` and tells its class; writes its coordinates to `at`.
   *
   * @param uniform random number 0 or 1 of this point, in [0, 1).
   */
  place(row: number, rows: number, at: Point, uniform: (which: 0 | 1) => number): number;
}

export interface Point {
  x: number;
  y: number;
}

/** Training or test points: the number is part of the random streams. */
type Part = 0 | 1;

/**
 * Draws points in the plane with their classes, in a random order, with normal noise on their
 * coordinates; of the training labels a share is replaced by other classes.
 */
export function drawPoints(data: ClassDataConfig, seed: number, shape: Shape): Drawn {
  const train = scatter(shape, data.train, seed, 0);
  mislabel(train, shape.classes, data.labelNoise, seed);
  return { train, test: scatter(shape, data.test, seed, 1) };
}

function scatter(shape: Shape, rows: number, seed: number, part: Part): Rows {
  const purpose = part === 0 ? PURPOSE.trainInputs : PURPOSE.testInputs;
  const draws = new Stream({ seed, purpose });
  const noise = new Stream({ seed, purpose: PURPOSE.pointNoise, step: part });
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  permute(order, new Stream({ seed, purpose: PURPOSE.pointOrder, step: part }));
  const x = new Float32Array(2 * rows);
  const y = new Float32Array(rows);
  const at: Point = { x: 0, y: 0 };
  const shift = (element: number) => (shape.noise === 0 ? 0 : shape.noise * noise.normal(element));
  order.forEach((row, i) => {
    y[i] = shape.place(row, rows, at, (which) => draws.uniform32(2 * row + which));
    x[2 * i] = at.x + shift(2 * i);
    x[2 * i + 1] = at.y + shift(2 * i + 1);
  });
  return { rows, x, y };
}

/** Gives the share of the points, rounded, another class; every other class is as likely. */
function mislabel({ rows, y }: Rows, classes: number, share: number, seed: number): void {
  const stream = new Stream({ seed, purpose: PURPOSE.labelNoise });
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  permute(order, stream);
  for (let i = 0; i < Math.round(share * rows); i++) {
    const step = 1 + Math.floor(stream.uniform(rows + i) * (classes - 1));
    y[order[i]] = (y[order[i]] + step) % classes;
  }
}

/** The class of a row where classes follow each other and are of one size, the later ones larger
 * by one where that does not come out; its place in the class, and the size of that. */
export function classOf(row: number, rows: number, classes: number) {
  const label = Math.floor((classes * (row + 1) - 1) / rows);
  const first = Math.floor((rows * label) / classes);
  const size = Math.floor((rows * (label + 1)) / classes) - first;
  return { label, index: row - first, size };
}
