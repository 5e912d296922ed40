/**
 * `npm run bench:ulp [-- NAMES]`: the error of exp, sigmoid, tanh, log, ELU, softplus and GELU over all
 * 2³² float32 inputs against float64, in units of the last place of the result; some minutes a function. Writes
 * bench/results/ulp.json, in which functions that were not run keep their entries.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ALPHA, SMOOTH } from '../test/kernels/support/smooth.js';
import { createKernels, createMemory } from './case.js';

type Name = 'exp' | 'log' | 'sigmoid' | 'tanh' | 'elu' | 'softplus' | 'gelu';
type Kernel = (...args: readonly number[]) => void;

interface Worst {
  /** Largest error in units of the last place. */
  maxUlp: number;
  /** The input in which it occurs, and its bits. */
  input: number;
  bits: string;
  /** Inputs whose result is not the float64 value itself: rounded, or wrong. */
  inexact: number;
}

/** Float64 truths. Math.* is within an ULP of float64: 2⁻²⁹ of a float32's. */
const TRUTH: Record<Name, (x: number) => number> = {
  exp: Math.exp,
  log: Math.log,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: (x) => (x > 20 ? 1 : x < -20 ? -1 : Math.tanh(x)),
  elu: smooth('elu'),
  softplus: smooth('softplus'),
  gelu: smooth('gelu'),
};

const KERNEL = {
  exp: 'exp',
  log: 'log',
  sigmoid: 'sigmoid_forward',
  tanh: 'tanh_forward',
  elu: 'elu_forward',
  softplus: 'softplus_forward',
  gelu: 'gelu_forward',
} as const;

function smooth(name: Name): (x: number) => number {
  return SMOOTH.find((each) => each.name === name)!.value;
}

const BLOCK = 1 << 16;
const [FROM, TO] = [1024, 1024 + 4 * BLOCK];
const FILE = fileURLToPath(new URL('./results/ulp.json', import.meta.url));

/** Spacing of float32 by exponent bits; a subnormal has that of the least normal numbers. */
const SPACING = Float64Array.from(
  { length: 256 },
  (_, e) => 2 ** (Math.min(Math.max(e, 1), 254) - 150),
);
const OVERFLOW = 2 ** 128;

const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

/** The distance in spacings of the truth; 0 where both are NaN, infinite alike or the same zero. */
function errorOf(got: number, truth: number): number {
  if (got === truth || (Number.isNaN(got) && Number.isNaN(truth))) return 0;
  word[0] = truth;
  const rounded = word[0];
  if (got === rounded && !Number.isFinite(rounded)) return 0;
  const reached = Number.isFinite(got) ? got : Math.sign(got) * OVERFLOW;
  const error = Math.abs(reached - truth) / SPACING[(bits[0] >>> 23) & 255];
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}

async function worstOf(name: Name): Promise<Worst> {
  const memory = createMemory(TO + 4 * BLOCK);
  const kernels = await createKernels('wasm', memory);
  const inputs = new Float32Array(memory.buffer, FROM, BLOCK);
  const inputBits = new Uint32Array(memory.buffer, FROM, BLOCK);
  const outputs = new Float32Array(memory.buffer, TO, BLOCK);
  const truth = TRUTH[name];
  const kernel = kernels[KERNEL[name]] as Kernel;
  let [maxUlp, at, inexact] = [0, 0, 0];
  for (let first = 0; first < 2 ** 32; first += BLOCK) {
    for (let i = 0; i < BLOCK; i++) inputBits[i] = first + i;
    kernel(TO, BLOCK, FROM, BLOCK, 1, BLOCK, ALPHA);
    for (let i = 0; i < BLOCK; i++) {
      const error = errorOf(outputs[i], truth(inputs[i]));
      if (error !== 0) inexact++;
      if (error > maxUlp) [maxUlp, at] = [error, first + i];
    }
  }
  bits[0] = at;
  const hex = `0x${at.toString(16).padStart(8, '0')}`;
  return { maxUlp: Number(maxUlp.toFixed(4)), input: word[0], bits: hex, inexact };
}

const names = process.argv.slice(2).filter((name): name is Name => name in TRUTH);
for (const name of names.length > 0 ? names : (Object.keys(TRUTH) as Name[])) {
  const began = performance.now();
  const worst = await worstOf(name);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${name}: ${worst.maxUlp} ULP at ${worst.input} (${worst.bits}), ${seconds} s`);
  const present = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  writeFileSync(FILE, `${JSON.stringify({ ...present, [name]: worst }, null, 2)}\n`);
}
