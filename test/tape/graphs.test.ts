import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as tape from '../../src/entries/tape.js';
import { gradients, type Tape, type Value } from '../../src/entries/tape.js';
import * as f64 from './float64.js';
import { flat, numbersOf, tapes } from './support.js';

// Random graphs: every step takes what an earlier one made, so that values are shared, cross and end
// nowhere. Without kinks: a number that is 0 but for rounding would fall on either side.

/** Something that both engines can compute on. */
interface Engine<T> {
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  matmul(a: T, b: T): T;
  transpose(a: T): T;
  tanh(a: T): T;
  sigmoid(a: T): T;
  scale(a: T, factor: number): T;
  rowSum(a: T): T;
  columnSum(a: T): T;
  mean(a: T): T;
  shapeOf(a: T): [number, number];
}

const onTape: Engine<Value> = { ...tape, shapeOf: ({ rows, columns }) => [rows, columns] };

const each = (of: (x: f64.Scalar) => f64.Scalar) => (a: f64.Matrix) => a.map((row) => row.map(of));
const slopeOfSigmoid = (s: number) => s * (1 - s);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const by = (factor: number) => (x: f64.Scalar) => f64.mapped(x, factor * x.value, factor);

const in64: Engine<f64.Matrix> = {
  add: (a, b) => f64.pairwise(a, b, f64.plus),
  sub: (a, b) => f64.pairwise(a, b, f64.minus),
  mul: (a, b) => f64.pairwise(a, b, f64.times),
  matmul: f64.product,
  transpose: f64.turned,
  tanh: each((x) => f64.mapped(x, Math.tanh(x.value), 1 - Math.tanh(x.value) ** 2)),
  sigmoid: each((x) => f64.mapped(x, sigmoid(x.value), slopeOfSigmoid(sigmoid(x.value)))),
  scale: (a, factor) => each(by(factor))(a),
  rowSum: (a) => a.map((row) => [f64.total(row)]),
  columnSum: (a) => [f64.turned(a).map(f64.total)],
  mean: (a) => [[by(1 / a.flat().length)(f64.total(a.flat()))]],
  shapeOf: (a) => [a.length, a[0].length],
};

const BINARY = ['add', 'sub', 'mul', 'matmul'] as const;
const UNARY = ['transpose', 'tanh', 'sigmoid', 'scale', 'rowSum', 'columnSum'] as const;

interface Graph {
  /** Shapes of the parameters, by their sides. */
  shapes: [number, number][];
  /** Each a choice of operation and operands among those that are possible. */
  steps: [number, number, number][];
}

/** Follows the graph; the loss is a mean of the last value and of one more. */
function build<T>(engine: Engine<T>, parameters: T[], { steps }: Graph): T {
  const values = [...parameters];
  for (const [operation, first, second] of steps) {
    const a = values[first % values.length];
    const partners = values.filter((b) => fits(engine.shapeOf(a), engine.shapeOf(b)));
    const factors = values.filter((b) => engine.shapeOf(a)[1] === engine.shapeOf(b)[0]);
    const names = [...UNARY, ...BINARY.filter((name) => name !== 'matmul' || factors.length > 0)];
    const name = names[operation % names.length];
    // Smaller than its factors, lest numbers grow beyond what float32 tells apart.
    if (name === 'matmul') {
      values.push(engine.scale(engine.matmul(a, factors[second % factors.length]), 0.25));
    } else if (name === 'scale') values.push(engine.scale(a, -0.75));
    else if (name === 'add' || name === 'sub' || name === 'mul') {
      values.push(engine[name](a, partners[second % partners.length]));
    } else values.push(engine[name](a));
  }
  const [last, other] = [values[values.length - 1], values[Math.floor(values.length / 2)]];
  return engine.add(engine.mean(engine.tanh(last)), engine.mean(engine.sigmoid(other)));
}

function fits([m, n]: [number, number], [rows, columns]: [number, number]): boolean {
  return (m === rows || m === 1 || rows === 1) && (n === columns || n === 1 || columns === 1);
}

const side = fc.constantFrom(1, 2, 3, 5);
const graph: fc.Arbitrary<Graph> = fc.record({
  shapes: fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 4 }),
  steps: fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)), { minLength: 1, maxLength: 10 }),
});

function onBackend(on: Tape, shape: Graph, numbers: number[][][]) {
  const parameters = numbers.map((matrix) => on.parameter(matrix));
  return on.record(() => {
    const loss = build(onTape, parameters, shape);
    const found = gradients(loss, parameters).map((each) => each.read());
    return { loss: loss.item(), found };
  });
}

it('agrees with float64 on random graphs, with the same bits on both backends', () => {
  const { wasm, js } = tapes;
  fc.assert(
    fc.property(graph, (shape) => {
      const numbers = shape.shapes.map(([rows, columns], i) => numbersOf(rows, columns, i));
      const parameters = numbers.map(f64.matrixOf);
      const [[loss]] = build(in64, parameters, shape);
      f64.backward(loss);
      const result = onBackend(wasm, shape, numbers);
      expect(result.loss).toBeCloseTo(loss.value, 5);
      result.found.forEach((gradient, i) => {
        const expected = flat(f64.gradientsOf(parameters[i]));
        gradient.forEach((value, j) => {
          expect(Math.abs(value - expected[j])).toBeLessThan(2e-6 * (1 + Math.abs(expected[j])));
        });
      });
      expect(onBackend(js, shape, numbers)).toEqual(result);
    }),
    { numRuns: 300 },
  );
});
