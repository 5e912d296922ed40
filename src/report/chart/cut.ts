import type { Plot } from './axis.js';
import { element } from './svg.js';

/** Marks end at the edges of a plot, with `margin` around but for below: an inner svg shows nothing
 * outside of it. */
export function cut(plot: Plot, margin: number, marks: readonly string[]): string {
  const box = {
    x: plot.left - margin,
    y: plot.top - margin,
    width: plot.width + 2 * margin,
    height: plot.height + margin,
  };
  return element('svg', { ...box, viewBox: Object.values(box).join(' ') }, marks);
}
