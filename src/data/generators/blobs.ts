import { cos, sin } from '../../math/sine.js';
import { classOf, type Shape } from './points.js';

/** Normal clouds around centres that stand evenly on the unit circle: fixed, not drawn, so that
 * every seed is as hard as any other. */
export function blobs(deviation: number, classes: number): Shape {
  return {
    classes,
    noise: deviation,
    place(row, rows, at) {
      const { label } = classOf(row, rows, classes);
      const angle = (2 * Math.PI * label) / classes;
      at.x = cos(angle);
      at.y = sin(angle);
      return label;
    },
  };
}
