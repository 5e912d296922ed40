import type { Shape } from './points.js';

/** Points uniform on [−1, 1]²: class 1 where the signs of the coordinates differ. */
export function xor(noise: number): Shape {
  return {
    classes: 2,
    noise,
    place(_row, _rows, at, uniform) {
      at.x = 2 * uniform(0) - 1;
      at.y = 2 * uniform(1) - 1;
      return at.x < 0 === at.y < 0 ? 0 : 1;
    },
  };
}
