import type { Kernels } from '../dist/kernels/contract.js';
import { type BenchCase, createKernels, createMemory } from './case.js';

type Name =
  | 'exp'
  | 'log'
  | 'sigmoid_forward'
  | 'tanh_forward'
  | `${'leaky_relu' | 'elu' | 'silu' | 'softplus' | 'gelu' | 'gelu_tanh'}_${'forward' | 'backward'}`;
type Loss =
  `${'mse' | 'l1' | 'huber' | 'binary_cross_entropy' | 'kl_divergence'}_${'sum' | 'delta'}`;
type Call = (...args: readonly number[]) => unknown;

const COUNT = 4096;
/** Losses: outputs × samples. */
const ROWS = 8;
const COLUMNS = COUNT / ROWS;
const [FROM, TO] = [1024, 1024 + 4 * COUNT];
const TARGETS = TO + 4 * COUNT;
const END = TARGETS + 4 * COUNT;
const ALPHA = 0.5;

/** What has a counterpart in Math. */
const MATH: Partial<Record<Name, (x: number) => number>> = {
  exp: Math.exp,
  log: Math.log,
  sigmoid_forward: (x) => 1 / (1 + Math.exp(-x)),
  tanh_forward: Math.tanh,
  elu_forward: (x) => (x > 0 ? x : Math.expm1(x)),
  silu_forward: (x) => x / (1 + Math.exp(-x)),
  softplus_forward: (x) => Math.log1p(Math.exp(x)),
  gelu_tanh_forward: (x) => 0.5 * x * (1 + Math.tanh(0.7978845608 * (x + 0.044715 * x * x * x))),
};

const BOTH = ['leaky_relu', 'elu', 'silu', 'softplus', 'gelu', 'gelu_tanh'] as const;
const NAMES: readonly Name[] = [
  ...(['exp', 'log', 'sigmoid_forward', 'tanh_forward'] as const),
  ...BOTH.flatMap((name) => [`${name}_forward`, `${name}_backward`] as const),
];
const LOSSES = ['mse', 'l1', 'huber', 'binary_cross_entropy', 'kl_divergence'] as const;

/** Elementwise kernels over 4096 floats from −5 to 5 (log: 0 to 10). */
const functions: BenchCase[] = NAMES.map((name) => {
  const of = MATH[name];
  const math = () => {
    const [from, to] = [new Float32Array(COUNT), new Float32Array(COUNT)];
    fill(from, name === 'log' ? 0.001 : -5, 10);
    return mathLoop(of!, from, to);
  };
  return {
    name: `${name.replace('_forward', '')}/${COUNT}`,
    flops: 0,
    prepare: async (backend) => {
      const memory = createMemory(END);
      fill(new Float32Array(memory.buffer, FROM, COUNT), name === 'log' ? 0.001 : -5, 10);
      const kernel = (await createKernels(backend, memory))[name] as Call;
      // Gradients start from zeros, and stay: others would fade into subnormal numbers.
      return () => kernel(TO, COUNT, FROM, COUNT, 1, COUNT, ALPHA);
    },
    ...(of && { math }),
  };
});

/** Losses of 8 outputs and 512 samples, at probabilities. */
const losses: BenchCase[] = LOSSES.flatMap((name) =>
  (['sum', 'delta'] as const).map((what): BenchCase => {
    const loss: Loss = `${name}_${what}`;
    return {
      name: `${loss}/${ROWS}x${COLUMNS}`,
      flops: 0,
      prepare: async (backend) => {
        const memory = createMemory(END);
        fill(new Float32Array(memory.buffer, FROM, COUNT), -5, 10);
        fill(new Float32Array(memory.buffer, TARGETS, COUNT), 0, 0.25);
        const kernel = (await createKernels(backend, memory))[loss] as Call;
        const operands = [FROM, COLUMNS, TARGETS, COLUMNS, ROWS, COLUMNS] as const;
        if (what === 'sum') return () => kernel(...operands, ALPHA);
        return () => kernel(TO, COLUMNS, ...operands, 1 / COLUMNS, ALPHA);
      },
    };
  }),
);

const WORDS = [1, 2, 3, 4, 5] as const;

/** What stands on its own: 8 rows of 512. */
const OTHERS: Record<string, (kernels: Kernels) => () => unknown> = {
  softmax: (k) => () => k.softmax(TO, COLUMNS, FROM, COLUMNS, ROWS, COLUMNS),
  softmax_backward: (k) => () => k.softmax_backward(TO, COLUMNS, FROM, COLUMNS, ROWS, COLUMNS),
  softmax_cross_entropy_delta: (k) => () =>
    k.softmax_cross_entropy_delta(TO, COLUMNS, FROM, COLUMNS, TARGETS, ROWS, COLUMNS, 1e-3),
  softmax_cross_entropy_sum: (k) => () =>
    k.softmax_cross_entropy_sum(FROM, COLUMNS, TARGETS, ROWS, COLUMNS),
  dropout: (k) => () =>
    k.dropout(TO, COLUMNS, FROM, COLUMNS, ROWS, COLUMNS, 2 ** 31, 2, 0, COLUMNS, ...WORDS),
  noise_add: (k) => () => k.noise_add(TO, COLUMNS, ROWS, COLUMNS, 1e-3, 0, COLUMNS, ...WORDS),
};

const others: BenchCase[] = Object.entries(OTHERS).map(([name, prepareCall]) => ({
  name: `${name}/${ROWS}x${COLUMNS}`,
  flops: 0,
  prepare: async (backend) => {
    const memory = createMemory(END);
    fill(new Float32Array(memory.buffer, FROM, COUNT), -5, 10);
    return prepareCall(await createKernels(backend, memory));
  },
}));

export const elementwiseCases: BenchCase[] = [...functions, ...losses, ...others];

function fill(values: Float32Array, low: number, extent: number): void {
  for (let i = 0; i < values.length; i++) {
    values[i] = low + (extent * (((i * 2654435761) >>> 16) % 8192)) / 8192;
  }
}

/** A loop of its own for each function, so that the engine inlines it. */
function mathLoop(of: (x: number) => number, from: Float32Array, to: Float32Array): () => void {
  const source = 'return () => { for (let i = 0; i < from.length; i++) to[i] = of(from[i]); };';
  return new Function('of', 'from', 'to', source)(of, from, to);
}
