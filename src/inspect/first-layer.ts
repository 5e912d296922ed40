import { digits } from './digits.js';
import { imageSize, shrinkImage } from './image.js';
import type { Subject } from './subject.js';
import type { FirstLayer } from './types.js';

const MOST_UNITS = 64;
/** Numbers of a weight on each side of zero. */
const STEPS = 127;

/** What the units of the first layer look at; undefined where inputs are no images. */
export function inspectFirstLayer({ model }: Subject): FirstLayer | undefined {
  const { image: shape, weights } = model;
  if (!shape) return undefined;
  const image = imageSize(shape);
  const shown = weights[0].slice(0, MOST_UNITS).map((row) => shrinkImage(row, 0, shape, image));
  const largest = shown.reduce(
    (most, unit) => unit.reduce((more, weight) => Math.max(more, Math.abs(weight)), most),
    0,
  );
  const step = largest > 0 ? STEPS / largest : 0;
  return {
    image,
    units: weights[0].length,
    largest: digits(largest, 4) ?? 0,
    weights: shown.map((unit) => Array.from(unit, (weight) => Math.round(weight * step) + 0)),
  };
}
