import { cos, sin } from '../../math/sine.js';
import { classOf, type Shape } from './points.js';

/**
 * A circle of radius 1 (class 0) and one of radius `factor` (class 1), points evenly spaced.
 *
 * As scikit-learn's make_circles.
 */
export function circles(noise: number, factor: number): Shape {
  return {
    classes: 2,
    noise,
    place(row, rows, at) {
      const { label, index, size } = classOf(row, rows, 2);
      const angle = (2 * Math.PI * index) / size;
      const radius = label === 0 ? 1 : factor;
      at.x = radius * cos(angle);
      at.y = radius * sin(angle);
      return label;
    },
  };
}
