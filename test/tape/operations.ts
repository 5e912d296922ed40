/** Every operation of the tape beside the same in float64: fuzzing and finite differences take it from here. */
import type { ActivationConfig, LossConfig } from '../../src/config/types.js';
import type { Value } from '../../src/entries/tape.js';
import * as tape from '../../src/entries/tape.js';
import { ACTIVATIONS, LOSSES } from '../train/choices.js';
import { activate, backThrough } from '../train/float64/activations.js';
import { gradientOf, lossOf } from '../train/float64/losses.js';
import type { Matrix, Scalar } from './float64.js';
import * as f64 from './float64.js';

export interface OperationCase {
  name: string;
  /** Rows and columns of the inputs. */
  shapes: readonly (readonly [number, number])[];
  /** Whether the numbers have to be above 0. */
  positive?: true;
  on: (...inputs: Value[]) => Value;
  in64: (...inputs: Matrix[]) => Matrix;
}

const each = (of: (x: Scalar) => Scalar) => (a: Matrix) => a.map((row) => row.map(of));
const pair = (of: (x: Scalar, y: Scalar) => Scalar) => (a: Matrix, b: Matrix) =>
  f64.pairwise(a, b, of);
const scalar = (of: (all: Scalar[]) => Scalar) => (a: Matrix) => [[of(a.flat())]];
const times = (by: number) => (x: Scalar) => f64.mapped(x, by * x.value, by);
const plus = (by: number) => (x: Scalar) => f64.mapped(x, by + x.value, 1);

const WIDE = [5, 7] as const;
const PAIRS = [
  [WIDE, WIDE],
  [WIDE, [5, 1]],
  [[1, 7], WIDE],
  [WIDE, [1, 1]],
  [
    [5, 1],
    [1, 7],
  ],
] as const;

const ARITHMETIC = {
  add: { on: tape.add, in64: pair(f64.plus) },
  sub: { on: tape.sub, in64: pair(f64.minus) },
  mul: { on: tape.mul, in64: pair(f64.times) },
  div: { on: tape.div, in64: pair(f64.over), positive: true },
} as const;

const arithmetic = Object.entries(ARITHMETIC).flatMap(([name, operation]): OperationCase[] =>
  PAIRS.map((shapes) => ({
    name: `${name} of ${shapes.map((shape) => shape.join(' × ')).join(' and ')}`,
    shapes,
    ...operation,
  })),
);

const withNumbers: OperationCase[] = [
  { name: 'a + 2', on: (a) => tape.add(a, 2), in64: each(plus(2)), shapes: [WIDE] },
  {
    name: '1 − a',
    on: (a) => tape.sub(1, a),
    in64: (a) => each(plus(1))(each(times(-1))(a)),
    shapes: [WIDE],
  },
  { name: '3 · a', on: (a) => tape.mul(3, a), in64: each(times(3)), shapes: [WIDE] },
  { name: 'a · 3', on: (a) => tape.mul(a, 3), in64: each(times(3)), shapes: [WIDE] },
  { name: 'a ÷ 4', on: (a) => tape.div(a, 4), in64: each(times(0.25)), shapes: [WIDE] },
  { name: 'scale', on: (a) => tape.scale(a, -1.5), in64: each(times(-1.5)), shapes: [WIDE] },
];

const PRODUCTS = [
  [5, 7, 6],
  [1, 6, 5],
  [2, 3, 9],
  [6, 1, 4],
  [5, 4, 1],
].map(
  ([m, k, n]): OperationCase => ({
    name: `matmul of ${m} × ${k} and ${k} × ${n}`,
    on: tape.matmul,
    in64: f64.product,
    shapes: [
      [m, k],
      [k, n],
    ],
  }),
);

const REDUCTIONS: OperationCase[] = [
  { name: 'sum', on: tape.sum, in64: scalar(f64.total), shapes: [WIDE] },
  { name: 'sum of a column', on: tape.sum, in64: scalar(f64.total), shapes: [[6, 1]] },
  { name: 'sum of a row', on: tape.sum, in64: scalar(f64.total), shapes: [[1, 6]] },
  {
    name: 'mean',
    on: tape.mean,
    in64: scalar((all) => times(1 / all.length)(f64.total(all))),
    shapes: [WIDE],
  },
  {
    name: 'rowSum',
    on: tape.rowSum,
    in64: (a) => a.map((row) => [f64.total(row)]),
    shapes: [WIDE],
  },
  {
    name: 'columnSum',
    on: tape.columnSum,
    in64: (a) => [f64.turned(a).map(f64.total)],
    shapes: [WIDE],
  },
  {
    name: 'absSum',
    on: tape.absSum,
    in64: scalar((all) => f64.total(all.map(absolute))),
    shapes: [WIDE],
  },
  {
    name: 'squareSum',
    on: tape.squareSum,
    in64: scalar((all) => f64.total(all.map((x) => f64.times(x, x)))),
    shapes: [WIDE],
  },
];

const FUNCTIONS: OperationCase[] = [
  {
    name: 'exp',
    on: tape.exp,
    in64: each((x) => f64.mapped(x, Math.exp(x.value), Math.exp(x.value))),
    shapes: [WIDE],
  },
  {
    name: 'log',
    on: tape.log,
    in64: each((x) => f64.mapped(x, Math.log(x.value), 1 / x.value)),
    shapes: [WIDE],
    positive: true,
  },
  { name: 'transpose', on: tape.transpose, in64: f64.turned, shapes: [WIDE] },
];

function absolute(x: Scalar): Scalar {
  return f64.mapped(x, Math.abs(x.value), Math.sign(x.value));
}

const PLAIN_ACTIVATIONS = {
  linear: tape.linear,
  relu: tape.relu,
  sigmoid: tape.sigmoid,
  tanh: tape.tanh,
  gelu: tape.gelu,
  'gelu-tanh': tape.geluTanh,
  silu: tape.silu,
  softplus: tape.softplus,
  softmax: tape.softmax,
};

/** The activation that a config calls so. */
export function activationOf(config: ActivationConfig): (z: Value) => Value {
  if (typeof config === 'string') return PLAIN_ACTIVATIONS[config];
  if (config.name === 'elu') return (z) => tape.elu(z, config.alpha);
  return (z) => tape.leakyRelu(z, config.slope);
}

const PLAIN_LOSSES = {
  mse: tape.mse,
  'half-sse': tape.halfSse,
  l1: tape.l1,
  'softmax-cross-entropy': tape.softmaxCrossEntropy,
  'binary-cross-entropy': tape.binaryCrossEntropy,
  'kl-divergence': tape.klDivergence,
};

/** The loss that a config calls so. */
export function lossOnTape(config: LossConfig): (o: Value, y: Value) => Value {
  if (typeof config === 'string') return PLAIN_LOSSES[config];
  if (config.name === 'huber') return (o, y) => tape.huber(o, y, config.delta);
  return (o, y) => tape.smoothL1(o, y, config.beta);
}

function activationCase(
  activation: ActivationConfig,
  on = activationOf(activation),
  name = JSON.stringify(activation),
): OperationCase {
  const in64 = (z: Matrix) =>
    f64.turned(f64.turned(z).map((column) => activated(activation, column)));
  return { name, on, in64, shapes: [WIDE] };
}

/** One sample's neurons through an activation, each a function of all where it is the softmax. */
function activated(activation: ActivationConfig, z: Scalar[]): Scalar[] {
  const numbers = z.map(({ value }) => value);
  return activate(activation, numbers).map((value, i) => {
    const only = numbers.map((_, j) => Number(i === j));
    const slopes = backThrough(activation, numbers, only);
    return new f64.Scalar(
      value,
      z.map((each, j) => [each, slopes[j]] as const),
    );
  });
}

function lossCase(
  loss: LossConfig,
  of = lossOnTape(loss),
  name = JSON.stringify(loss),
): OperationCase {
  const in64 = (o: Matrix) => {
    const outputs = f64.valuesOf(f64.turned(o));
    const y = columns(targets(loss));
    const slopes = gradientOf(loss, outputs, y);
    const parents = o.flatMap((row, i) => row.map((each, j) => [each, slopes[j][i]] as const));
    return [[new f64.Scalar(lossOf(loss, outputs, y), parents)]];
  };
  const on = (o: Value) => of(o, o.tape.constant(targets(loss)));
  return { name, on, in64, shapes: [WIDE] };
}

/** For outputs of 5 × 7: labels, probabilities, or any numbers between 0 and 1. */
function targets(loss: LossConfig): number[][] {
  const [rows, samples] = WIDE;
  if (loss === 'softmax-cross-entropy')
    return [Array.from({ length: samples }, (_, j) => j % rows)];
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: samples }, (_, j) =>
      loss === 'kl-divergence'
        ? [0.5, 0.25, 0.125, 0.125, 0][(i + j) % rows]
        : ((3 * i + j) % 8) / 8,
    ),
  );
}

function columns(rows: number[][]): number[][] {
  return rows[0].map((_, j) => rows.map((row) => row[j]));
}

/** Where no parameter is given, it is that of the vocabulary. */
const DEFAULTS = [
  activationCase({ name: 'leaky-relu', slope: 0.01 }, (z) => tape.leakyRelu(z), 'leakyRelu'),
  activationCase({ name: 'elu', alpha: 1 }, (z) => tape.elu(z), 'elu'),
  lossCase({ name: 'huber', delta: 1 }, (o, y) => tape.huber(o, y), 'huber'),
  lossCase({ name: 'smooth-l1', beta: 1 }, (o, y) => tape.smoothL1(o, y), 'smoothL1'),
];

export const OPERATIONS: OperationCase[] = [
  ...PRODUCTS,
  ...arithmetic,
  ...withNumbers,
  ...REDUCTIONS,
  ...FUNCTIONS,
  ...ACTIVATIONS.map((activation) => activationCase(activation)),
  ...LOSSES.map((loss) => lossCase(loss)),
  ...DEFAULTS,
];
