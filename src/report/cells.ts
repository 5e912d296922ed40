import { scaleLinear, scaleLog } from 'd3-scale';
import type { AxisValue } from '../results/sweep-axes.js';
import type { Described } from './axis-words.js';

/** An axis in cells: a value each, or a piece of the axis each where it has many numbers. */
export interface Cells {
  count: number;
  /** Which cell a value is in. */
  of(value: AxisValue): number;
  /** Of each cell; empty where the borders between them are labelled. */
  labels: readonly string[];
  /** `count + 1` of them, from the lowest to the highest; empty where cells are single values. */
  borders: readonly number[];
}

/** More numbers than this are put together. */
const MOST_VALUES = 12;
export const PIECES = 8;

/** The cells of an axis, in its order. */
export function cellsOf({ kind, values, labels }: Described): Cells {
  if (kind === 'categories' || values.length <= MOST_VALUES) {
    return { count: values.length, of: (value) => values.indexOf(value), labels, borders: [] };
  }
  const [low, high] = [values[0] as number, values[values.length - 1] as number];
  const scale = (kind === 'logarithmic' ? scaleLog() : scaleLinear())
    .domain([low, high])
    .range([0, PIECES]);
  const inner = Array.from({ length: PIECES - 1 }, (_, at) => scale.invert(at + 1));
  return {
    count: PIECES,
    of: (value) => inner.filter((border) => border <= (value as number)).length,
    labels: [],
    borders: [low, ...inner, high],
  };
}
