import { mulberry32 } from '../../src/random/mulberry32.js';
import { judge } from '../../src/verdict/judge.js';
import { measure } from '../../src/verdict/measure.js';
import { seedsNeeded } from '../../src/verdict/seeds-needed.js';
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
  const uniform = mulberry32(cellSeed(shape, seeds, level));
  const counts = { observed: 0, inconclusive: 0, 'not observed': 0 };
  const observedBy = NOISES.map(() => 0);
  for (let i = 0; i < sweeps; i++) {
    const noise = NOISES[i % NOISES.length];
    const { verdict } = judge(drawSweep(shape, noise, uniform, seeds, level));
    counts[verdict]++;
    if (verdict === 'observed') observedBy[i % NOISES.length]++;
  }
  return {
    ...{ shape: shape.name, seeds, level, sweeps },
    observed: share(counts.observed, sweeps),
    inconclusive: share(counts.inconclusive, sweeps),
    notObserved: share(counts['not observed'], sweeps),
    observedBy: observedBy.map((count) => share(count, sweeps / NOISES.length)),
  };
}

/** How often the number of seeds that `add-seeds` names decides, on fresh sweeps of the same truth. */
export interface Advice {
  shape: string;
  seeds: number;
  level: number;
  /** Sweeps that ended as `add-seeds`. */
  cases: number;
  /** Median of what they name. */
  named: number;
  /** Share of the fresh sweeps that were observed or not observed, 0 to 1. */
  decided: number;
}

export function simulateAdvice(shape: Shape, seeds: number, level: number, sweeps: number): Advice {
  const uniform = mulberry32(cellSeed(shape, seeds, level) + 1);
  const named: number[] = [];
  let decided = 0;
  for (let i = 0; i < sweeps; i++) {
    const noise = NOISES[i % NOISES.length];
    const sweep = drawSweep(shape, noise, uniform, seeds, level);
    if (judge(sweep).code !== 'add-seeds') continue;
    const { test, rises } = measure(sweep).tested!;
    const needed = seedsNeeded(seeds, 1, test, rises) ?? Number.POSITIVE_INFINITY;
    named.push(needed);
    // Beyond it nobody goes on: undecided.
    if (needed > MOST_ADDED) continue;
    const again = judge(drawSweep(shape, noise, uniform, needed, level));
    if (again.verdict !== 'inconclusive') decided++;
  }
  named.sort((a, b) => a - b);
  return {
    ...{ shape: shape.name, seeds, level, cases: named.length },
    named: named[named.length >> 1] ?? 0,
    decided: share(decided, named.length),
  };
}

const MOST_ADDED = 300;

function share(count: number, of: number): number {
  return of === 0 ? 0 : Number((count / of).toFixed(4));
}

function cellSeed(shape: Shape, seeds: number, level: number): number {
  const parts = [SHAPES.indexOf(shape), seeds, Math.round(100 * level)];
  return parts.reduce((sum, part) => sum * 1009 + part, 1);
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
