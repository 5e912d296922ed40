import { type BenchCase, createKernels, createMemory } from './case.js';

type Name = 'exp' | 'log' | 'sigmoid_forward' | 'tanh_forward';

const COUNT = 4096;
const [FROM, TO] = [1024, 1024 + 4 * COUNT];

const MATH: Record<Name, (x: number) => number> = {
  exp: Math.exp,
  log: Math.log,
  sigmoid_forward: (x) => 1 / (1 + Math.exp(-x)),
  tanh_forward: Math.tanh,
};

/** Elementwise kernels over 4096 floats from −5 to 5 (log: 0 to 10). */
export const elementwiseCases: BenchCase[] = (Object.keys(MATH) as Name[]).map((name) => ({
  name: `${name.replace('_forward', '')}/${COUNT}`,
  flops: 0,
  prepare: async (backend) => {
    const memory = createMemory(TO + 4 * COUNT);
    fill(new Float32Array(memory.buffer, FROM, COUNT), name);
    const kernels = await createKernels(backend, memory);
    return call(name, (kernel) => kernels[kernel](TO, COUNT, FROM, COUNT, 1, COUNT));
  },
  math: () => {
    const [from, to] = [new Float32Array(COUNT), new Float32Array(COUNT)];
    fill(from, name);
    return mathLoop(name, from, to);
  },
}));

function fill(values: Float32Array, name: Name): void {
  const low = name === 'log' ? 0.001 : -5;
  for (let i = 0; i < COUNT; i++) values[i] = low + (((i * 2654435761) >>> 16) % 8192) / 819.2;
}

function call(name: Name, run: (kernel: Name) => void): () => void {
  return () => run(name);
}

/** A loop of its own for each function, so that the engine inlines it. */
function mathLoop(name: Name, from: Float32Array, to: Float32Array): () => void {
  const source = 'return () => { for (let i = 0; i < from.length; i++) to[i] = of(from[i]); };';
  return new Function('of', 'from', 'to', source)(MATH[name], from, to);
}
