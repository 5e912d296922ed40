import { cos, sin } from '../../math/sine.js';
import { classOf, type Shape } from './points.js';

/**
 * Arms that wind `turns` times around the origin while their radius grows to 1, each a class and
 * turned against the last by an equal angle; points evenly spaced in radius, none in the origin.
 *
 * After the two spirals of K. J. Lang and M. J. Witbrock, Learning to tell two spirals apart (1988).
 */
export function spirals(noise: number, arms: number, turns: number): Shape {
  return {
    classes: arms,
    noise,
    place(row, rows, at) {
      const { label, index, size } = classOf(row, rows, arms);
      const radius = (index + 1) / size;
      const angle = 2 * Math.PI * (turns * radius + label / arms);
      at.x = radius * cos(angle);
      at.y = radius * sin(angle);
      return label;
    },
  };
}
