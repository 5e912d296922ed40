import type { GeneratedDataConfig } from '../config/types.js';
import { blobs } from './generators/blobs.js';
import { circles } from './generators/circles.js';
import type { Drawn } from './generators/drawn.js';
import { groupedLinear, linear } from './generators/linear.js';
import { moons } from './generators/moons.js';
import { drawPoints, type Shape } from './generators/points.js';
import { powerSum } from './generators/power-sum.js';
import { product } from './generators/product.js';
import { drawRegression, type Regression } from './generators/regression.js';
import { spirals } from './generators/spirals.js';
import { xor } from './generators/xor.js';
import { ASSIGNMENT, type PowerSum, TUTORIAL } from './target.js';

/** The targets whose continuation beyond the training range is known. */
export const TARGETS = { assignment: ASSIGNMENT, tutorial: TUTORIAL } satisfies Partial<
  Record<GeneratedDataConfig['kind'], PowerSum>
>;

/** Data that can be drawn for any seed. */
export interface Generator {
  inputs: number;
  /** Absent where targets are numbers. */
  classes?: number;
  target?: PowerSum;
  /** A pure function of the seed. */
  draw(seed: number): Drawn;
}

export function generatorOf(data: GeneratedDataConfig): Generator {
  switch (data.kind) {
    case 'assignment':
    case 'tutorial': {
      const target = TARGETS[data.kind];
      const isInside = data.testRange === 'inside';
      // The tangent continues it beyond the training range.
      return { ...ofFunction(data, powerSum(target, isInside)), ...(!isInside && { target }) };
    }
    case 'linear':
      return ofFunction(
        data,
        typeof data.inputs === 'number' ? linear(data.inputs) : groupedLinear(data.inputs),
      );
    case 'product':
      return ofFunction(data, product);
    case 'circles':
      return ofPoints(data, circles(data.noise, data.factor));
    case 'moons':
      return ofPoints(data, moons(data.noise));
    case 'spirals':
      return ofPoints(data, spirals(data.noise, data.arms, data.turns));
    case 'blobs':
      return ofPoints(data, blobs(data.deviation, data.classes));
    case 'xor':
      return ofPoints(data, xor(data.noise));
  }
}

function ofFunction(data: Parameters<typeof drawRegression>[0], regression: Regression): Generator {
  return { inputs: regression.inputs, draw: (seed) => drawRegression(data, seed, regression) };
}

function ofPoints(data: Parameters<typeof drawPoints>[0], shape: Shape): Generator {
  return { inputs: 2, classes: shape.classes, draw: (seed) => drawPoints(data, seed, shape) };
}
