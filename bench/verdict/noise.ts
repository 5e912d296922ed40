import { normalQuantile } from '../../src/math/normal-quantile.js';
import { THRESHOLD } from './shapes.js';

export type Uniform = () => number;

/** What the logarithm of one seed's error deviates by, size by size. */
export interface Noise {
  name: string;
  /** @param level the standard deviation, about: 0.3 is "30 % noise". */
  draw(uniform: Uniform, level: number, sizes: number): number[];
}

function normal(uniform: Uniform): number {
  return normalQuantile(uniform() || 2 ** -33);
}

/** Student's t with three degrees of freedom, of deviation 1. */
function heavy(uniform: Uniform): number {
  const squares = normal(uniform) ** 2 + normal(uniform) ** 2 + normal(uniform) ** 2;
  return normal(uniform) / Math.sqrt(squares);
}

const each = (sizes: number, draw: (size: number) => number) =>
  Array.from({ length: sizes }, (_, size) => draw(size));

/** Sweeps take them in turns. */
export const NOISES: readonly Noise[] = [
  {
    name: 'independent',
    draw: (uniform, level, sizes) => each(sizes, () => level * normal(uniform)),
  },
  {
    name: 'shared by the sizes of a seed',
    draw(uniform, level, sizes) {
      const half = level * Math.SQRT1_2;
      const own = half * normal(uniform);
      return each(sizes, () => own + half * normal(uniform));
    },
  },
  {
    name: 'heavy tails',
    draw: (uniform, level, sizes) => each(sizes, () => level * heavy(uniform)),
  },
  {
    name: 'one run in twenty three times as high',
    draw: (uniform, level, sizes) =>
      each(sizes, () => (uniform() < 0.05 ? Math.log(3) : 0) + level * normal(uniform)),
  },
  {
    name: 'twice as large near the threshold',
    draw: (uniform, level, sizes) =>
      each(sizes, (size) => (Math.abs(size - THRESHOLD) < 3 ? 2 : 1) * level * normal(uniform)),
  },
];
