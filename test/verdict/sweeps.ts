import { readdirSync, readFileSync } from 'node:fs';
import type { SizeSweep } from '../../src/verdict/types.js';

/** A sweep as other programs write it, and what they say of it. */
export interface Fixture {
  params: number[];
  test: (number | null)[][];
  train: (number | null)[][];
  vary: number;
  noisevar: number;
  verdict: Record<string, unknown>;
}

const FOLDER = new URL('../fixtures/', import.meta.url);

const read = (path: string) => JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8'));

/** Trained networks with the verdict of another program, by their names. */
export const FIXTURES: [name: string, fixture: Fixture][] = readdirSync(
  new URL('double-descent/', FOLDER),
).map((file) => [file.replace('.json', ''), read(`double-descent/${file}`)]);

/** Drawn sweeps of every verdict, judged by a program in NumPy and SciPy. */
export const DRAWN: Fixture[] = read('verdicts.json');

export function sweepOf({ params, test, train, vary, noisevar }: Fixture): SizeSweep {
  return { params, test, train, labelVariance: vary, noiseVariance: noisevar };
}

const SCATTER = [0, 0.7, -1.1, 1.4, -0.4, 0.3, -1, 0.9, -0.6, -0.2];

export interface Made {
  /** True test errors, by size. */
  test: readonly number[];
  /** Of every seed alike; by default 0.5, and 0.001 from the middle on. */
  train?: readonly number[];
  params?: readonly number[];
  seeds?: number;
  /** How far seeds scatter, as a factor of about e^noise. */
  noise?: number;
}

/** A sweep without chance: labels of variance 1 with noise of variance 0.5. */
export function made({ test, train, params, seeds = 10, noise = 0.05 }: Made): SizeSweep {
  const fits = test.map((_, size) => (size < test.length / 2 ? 0.5 : 0.001));
  const factor = (seed: number, size: number) =>
    Math.exp(noise * SCATTER[(3 * seed + 7 * size + seed * size) % SCATTER.length]);
  const each = Array.from({ length: seeds }, (_, seed) => seed);
  return {
    params: params ?? test.map((_, size) => 10 * (size + 1)),
    test: each.map((seed) => test.map((error, size) => error * factor(seed, size))),
    train: each.map(() => [...(train ?? fits)]),
    labelVariance: 1,
    noiseVariance: 0.5,
  };
}

/** Falls, rises to a peak of 3 × at 50 parameters, and falls again. */
export const PEAK = [1.5, 1, 1.1, 1.8, 3, 1.6, 1, 0.8];
/** The same without the peak. */
export const FLAT = [1.5, 1.2, 1.1, 1, 1, 0.9, 0.9, 0.8];
