/** Runs one kernel call on both backends and compares every word of the arena. */
import type { Kernels } from '../../../src/kernels/contract.js';
import { compileKernels } from '../../../src/kernels/node.js';
import { createReferenceKernels } from '../../../src/kernels/reference/index.js';
import { createWasmKernels } from '../../../src/kernels/wasm.js';
import { Arena, type Matrix, Touch } from './arena.js';

export type KernelName = Exclude<keyof Kernels, 'backend'>;

/** Value and tolerance of one element of `of`. */
export interface Expected {
  readonly value: number;
  readonly tolerance: number;
}

export interface Call {
  readonly kernel: KernelName;
  readonly shape: string;
  readonly args: readonly number[];
  /** The float64 truth of each output; absent where the data hold NaN or infinities. */
  readonly oracle?: readonly { of: Matrix; expected: (i: number, j: number) => Expected }[];
}

type Callable = (...args: readonly number[]) => number | undefined;

const memory = new WebAssembly.Memory({ initial: 64, maximum: 65536, shared: true });
export const arena = new Arena(memory);
export const wasm = createWasmKernels((await compileKernels()).module, memory);
export const reference = createReferenceKernels(memory);

const canonical = (word: number): number => ((word & 0x7fffffff) > 0x7f800000 ? 0x7fc00000 : word);

/** Builds the call in a fresh arena, runs it twice, compares; throws with kernel and shape. */
export function check(build: (arena: Arena) => Call): void {
  arena.reset();
  const call = build(arena);
  const before = arena.u32.slice(0, arena.used);
  const got = run(wasm, call);
  const words = arena.u32.slice(0, arena.used);
  arena.u32.set(before);
  const wanted = run(reference, call);
  if (!Object.is(got, wanted)) throw failure(call, `returned ${got}, reference ${wanted}`);
  compare(call, before, words);
  compareWithOracle(call);
}

/** Both checks. */
export function checkAll(build: (arena: Arena) => Call): void {
  check(build);
  checkBounds(build);
}

/** Runs the call with each operand in turn at the end of the memory: reading on traps. */
export function checkBounds(build: (arena: Arena) => Call): void {
  arena.reset();
  build(arena);
  const { operands } = arena;
  for (let flush = 0; flush < operands; ++flush) {
    arena.reset(flush);
    const call = build(arena);
    try {
      run(wasm, call);
    } catch {
      throw failure(call, `read or wrote beyond operand ${flush} in order of placement`);
    }
  }
}

function run(kernels: Kernels, { kernel, args }: Call): number | undefined {
  return (kernels[kernel] as Callable)(...args);
}

/** The arena holds the reference's words. */
function compare(call: Call, before: Uint32Array, words: Uint32Array): void {
  for (let w = 0; w < arena.used; ++w) {
    const touch = arena.touch[w];
    const reference = arena.u32[w];
    if (touch === Touch.never) {
      if (words[w] !== before[w]) throw failure(call, `wasm wrote word ${w}, outside its outputs`);
      if (reference !== before[w]) throw failure(call, `reference wrote word ${w}`);
    } else if (touch === Touch.zero) {
      if (words[w] !== 0) throw failure(call, `wasm left padding word ${w} at ${words[w]}`);
      if (reference !== 0) throw failure(call, `reference left padding word ${w} at ${reference}`);
    } else if (touch === Touch.result && canonical(words[w]) !== canonical(reference)) {
      const text = (x: number) => `${new Float32Array(new Uint32Array([x]).buffer)[0]}`;
      throw failure(call, `word ${w}: wasm ${text(words[w])}, reference ${text(reference)}`);
    }
  }
}

function compareWithOracle(call: Call): void {
  for (const { of, expected } of call.oracle ?? []) {
    for (let i = 0; i < of.rows; ++i) {
      for (let j = 0; j < of.columns; ++j) {
        const { value, tolerance } = expected(i, j);
        const got = arena.get(of, i, j);
        if (!(Math.abs(got - value) <= tolerance)) {
          throw failure(call, `element (${i}, ${j}) is ${got}, expected ${value} ± ${tolerance}`);
        }
      }
    }
  }
}

function failure({ kernel, shape }: Call, what: string): Error {
  return new Error(`${kernel} ${shape}: ${what}`);
}
