import { describe, expect, it } from 'vitest';
import type { ActivationConfig } from '../../src/config/types.js';
import {
  add,
  div,
  exp,
  gradients,
  log,
  matmul,
  mean,
  mse,
  mul,
  type Parameter,
  scale,
  softmax,
  softmaxCrossEntropy,
  squareSum,
  sub,
  sum,
  type Value,
} from '../../src/entries/tape.js';
import { computeGradients, type GradientsInput, trainNetwork } from '../../src/entries/train.js';
import { ACTIVATIONS, LOSSES, OPTIMIZERS } from '../train/choices.js';
import { inputOf, problemOf } from '../train/float64/problems.js';
import type { Problem } from '../train/float64/trainer.js';
import { modelOf, penalised, train } from './by-hand.js';
import { BACKENDS, deviation, kernels, numbersOf, tapes } from './support.js';

type Input = Omit<GradientsInput, 'kernels'>;

// The same network, on the tape and in the trainer: not close, but equal.

describe.each(BACKENDS)('the gradients of the trainer, to the bit, %s', (backend) => {
  const tape = tapes[backend];

  function expectEqual(changes: Partial<Problem>): void {
    const { problem, model: initial } = problemOf(changes);
    const input: Input = inputOf(problem, initial);
    const expected = computeGradients({ kernels: kernels[backend], ...input });
    const model = modelOf(tape, input);
    const inputs = tape.parameter(problem.x[0].map((_, i) => problem.x.map((row) => row[i])));
    const found = tape.record(() => {
      const loss = model.loss(model.outputs(inputs), tape.samples(problem.y));
      const all = [...model.weights, ...model.biases, inputs];
      const rows = gradients(penalised(loss, model), all).map((each) => each.toRows());
      return { loss: loss.item(), rows };
    });
    const layers = model.weights.length;
    expect(found.loss).toBe(Math.fround(expected.loss));
    expect(found.rows.slice(0, layers)).toEqual(expected.weights);
    expect(found.rows.slice(layers, -1).map((rows) => rows.map(([b]) => b))).toEqual(
      expected.biases.map((biases) => [...biases]),
    );
    expect(columnsOf(found.rows[2 * layers])).toEqual(expected.input.map((each) => [...each]));
  }

  it.each(ACTIVATIONS.map((each) => [JSON.stringify(each), each] as const))(
    'through %s',
    (_, activation) => {
      const all: ActivationConfig[] =
        activation === 'softmax' ? ['tanh', 'silu', 'softmax'] : Array(3).fill(activation);
      expectEqual({ activations: all });
    },
  );

  it.each(LOSSES.map((each) => [JSON.stringify(each), each] as const))('of %s', (_, loss) => {
    expectEqual({ loss });
  });

  it.each([
    { l1: 0.02, l2: 0 },
    { l1: 0, l2: 0.03 },
  ])('with penalties %o', (penalty) => {
    expectEqual({ penalty });
  });
});

describe.each(BACKENDS)('the weights of the trainer, to the bit, %s', (backend) => {
  it.each(OPTIMIZERS)('by %s', async (_, optimizer) => {
    const { problem, model: initial } = problemOf({ optimizer });
    const input = inputOf(problem, initial);
    const model = modelOf(tapes[backend], input);
    train(tapes[backend], model, input);
    const { weights, biases } = await trainNetwork({ kernels: kernels[backend], ...input });
    expect(model.weights.map((each) => each.toRows())).toEqual(weights);
    expect(model.biases.map((each) => each.read())).toEqual(biases);
  });
});

describe.each(BACKENDS)('losses and layers of one’s own, %s', (backend) => {
  const tape = tapes[backend];
  const [rows, samples] = [3, 7];
  const logits = tape.parameter(numbersOf(rows, samples, 3));

  function gradientOf(loss: (o: Parameter) => Value): number[] {
    return tape.record(() => [...gradients(loss(logits), [logits])[0].read()]);
  }

  it('has a mean of squares with the bits of mse', () => {
    const y = tape.constant(numbersOf(rows, samples, 4));
    const expected = gradientOf((o) => mse(o, y));
    const square = (o: Value) => sub(o, y);
    expect(gradientOf((o) => mean(mul(square(o), square(o))))).toEqual(expected);
    const byKernel = (o: Value) => scale(squareSum(sub(o, y)), 1 / (rows * samples));
    expect(gradientOf(byKernel)).toEqual(expected);
  });

  it('has a cross-entropy that agrees with the fused one', () => {
    const labels = Array.from({ length: samples }, (_, j) => j % rows);
    const expected = gradientOf((o) => softmaxCrossEntropy(o, tape.constant([labels])));
    const hot = tape.samples(labels.map((label) => [0, 1, 2].map((i) => Number(i === label))));
    const written = (o: Value) => scale(sum(mul(hot, log(softmax(o)))), -1 / samples);
    expect(deviation(gradientOf(written), expected)).toBeLessThan(1e-6);
  });

  it('has a softmax that agrees with the kernel', () => {
    const ones = tape.constant([[1, 1, 1]]);
    const weights = tape.constant(numbersOf(rows, samples, 5));
    const byHand = (o: Value) => div(exp(o), matmul(ones, exp(o)));
    const expected = gradientOf((o) => sum(mul(weights, softmax(o))));
    expect(
      deviation(
        gradientOf((o) => sum(mul(weights, byHand(o)))),
        expected,
      ),
    ).toBeLessThan(1e-6);
  });

  it('has a layer with a cube for an activation, and its way back by hand', () => {
    const cube = (x: Value) =>
      x.tape.compute({
        name: 'cube',
        inputs: [x],
        shape: x,
        forward: ({ data }) => data.set(x.data.map((value) => value ** 3)),
        backward: [(gradient) => mul(gradient, scale(mul(x, x), 3))],
      });
    const composed = gradientOf((o) => sum(mul(o, mul(o, o))));
    expect(
      deviation(
        gradientOf((o) => sum(cube(o))),
        composed,
      ),
    ).toBeLessThan(1e-6);
    expect(gradientOf((o) => sum(add(cube(o), cube(o))))).toEqual(
      gradientOf((o) => sum(cube(o))).map((value) => 2 * value),
    );
  });
});

function columnsOf(rows: Float32Array[]): number[][] {
  return Array.from(rows[0], (_, j) => rows.map((row) => row[j]));
}
