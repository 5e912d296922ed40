import { cos, sin } from '../../math/sine.js';
import { classOf, type Shape } from './points.js';

/**
 * The upper half of the unit circle (class 0), and the lower half of one around (1, ½) (class 1),
 * points evenly spaced from end to end.
 *
 * As scikit-learn's make_moons.
 */
export function moons(noise: number): Shape {
  return {
    classes: 2,
    noise,
    place(row, rows, at) {
      const { label, index, size } = classOf(row, rows, 2);
      const angle = size === 1 ? 0 : (Math.PI * index) / (size - 1);
      at.x = label === 0 ? cos(angle) : 1 - cos(angle);
      at.y = label === 0 ? sin(angle) : 0.5 - sin(angle);
      return label;
    },
  };
}
