import { describe, expect, it } from 'vitest';
import { loadKernels } from '../../src/entries/kernels-node.js';
import { computeGradients } from '../../src/entries/train.js';
import { ACTIVATIONS, LOSSES } from './choices.js';
import { inputOf, problemOf } from './float64/problems.js';
import { loss, type Model, outputsOf, type Problem, penaltyOf } from './float64/trainer.js';
import { deviation } from './follow.js';

const STEP = 1e-5;

/** Central differences of loss and penalty at every number of these rows. */
function differences(rows: number[][], value: () => number): number[][] {
  return rows.map((row) =>
    row.map((number, j) => {
      row[j] = number + STEP;
      const above = value();
      row[j] = number - STEP;
      const below = value();
      row[j] = number;
      return (above - below) / (2 * STEP);
    }),
  );
}

async function expectToMatch(changes: Partial<Problem>): Promise<void> {
  const { problem, model } = problemOf(changes);
  const { x, y } = problem;
  const value = () => loss(model, problem, x, y);
  const whole = () => value() + penaltyOf(model, problem);
  const expected: Model = {
    weights: model.weights.map((rows) => differences(rows, whole)),
    biases: differences(model.biases, whole),
  };
  const inputs = differences(x, value);
  for (const backend of ['wasm', 'js'] as const) {
    const kernels = await loadKernels({ backend });
    const found = computeGradients({ kernels, ...inputOf(problem, model) });
    expect(deviation(found.weights, expected.weights)).toBeLessThan(5e-6);
    expect(deviation(found.biases, expected.biases)).toBeLessThan(5e-6);
    expect(deviation(found.input, inputs)).toBeLessThan(5e-6);
    expect(deviation(found.output, outputsOf(model, problem, x))).toBeLessThan(1e-6);
    expect(found.loss).toBeCloseTo(value(), 6);
    expect(found.penalty).toBeCloseTo(penaltyOf(model, problem), 6);
  }
}

describe('gradients agree with finite differences of the float64 program', () => {
  it.each(ACTIVATIONS.map((each) => [JSON.stringify(each), each] as const))(
    'through %s',
    async (_, activation) => {
      if (activation === 'softmax')
        await expectToMatch({ activations: ['tanh', 'silu', 'softmax'] });
      else await expectToMatch({ activations: [activation, activation, activation] });
    },
  );

  it.each(LOSSES.map((each) => [JSON.stringify(each), each] as const))('of %s', (_, loss) =>
    expectToMatch({ loss }),
  );

  it('of penalties', () => expectToMatch({ penalty: { l1: 0.02, l2: 0.03 } }));
});
