import { mulberry32 } from '../../src/random/mulberry32.js';
import { judge } from '../../src/verdict/judge.js';
import type { SizeSweep } from '../../src/verdict/types.js';
import { NOISES, type Noise, type Uniform } from './noise.js';
import { PARAMS, SHAPES, type Shape, trainingAt } from './shapes.js';

export const SEEDS = [5, 10, 30] as const;
export const LEVELS = [0.1, 0.3, 0.6] as const;

/** How often a true shape gets which verdict, 0 to 1. */
export interface Cell {
  shape: string;
  seeds: number;
  level: number;
  sweeps: number;
  observed: number;
  inconclusive: number;
  notObserved: number;
  /** How often "observed" with each noise, in the order of NOISES. */
  observedBy: number[];
}

/** Judges so many sweeps of one shape. The same cell gives the same numbers every time. */
export function simulateCell(shape: Shape, seeds: number, level: number, sweeps: number): Cell {
  const key = [SHAPES.indexOf(shape), seeds, Math.round(100 * level)];
  const uniform = mulberry32(key.reduce((sum, part) => sum * 1009 + part, 1));
  const counts = { observed: 0, inconclusive: 0, 'not observed': 0 };
  const observedBy = NOISES.map(() => 0);
  for (let i = 0; i < sweeps; i++) {
    const noise = NOISES[i % NOISES.length];
    const { verdict } = judge(drawSweep(shape, noise, uniform, seeds, level));
    counts[verdict]++;
    if (verdict === 'observed') observedBy[i % NOISES.length]++;
  }
  const share = (count: number, of = sweeps) => Number((count / of).toFixed(4));
  return {
    ...{ shape: shape.name, seeds, level, sweeps },
    observed: share(counts.observed),
    inconclusive: share(counts.inconclusive),
    notObserved: share(counts['not observed']),
    observedBy: observedBy.map((count) => share(count, sweeps / NOISES.length)),
  };
}

function drawSweep(
  shape: Shape,
  noise: Noise,
  uniform: Uniform,
  seeds: number,
  level: number,
): SizeSweep {
  const scattered = (errorAt: (size: number) => number) =>
    Array.from({ length: seeds }, () => {
      const deviations = noise.draw(uniform, level, PARAMS.length);
      return deviations.map((deviation, size) => errorAt(size) * Math.exp(deviation));
    });
  const test = scattered(shape.errorAt);
  const train = test.map(() => PARAMS.map((_, size) => trainingAt(size)));
  return { params: PARAMS, test, train, labelVariance: 1, noiseVariance: 0.5 };
}
