import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/entries/tape.js';
import { trainNetwork } from '../../src/entries/train.js';
import { type Fixture, translate } from '../oracles/fixture.js';
import { modelOf, penalised, train } from './by-hand.js';
import { BACKENDS, deviation, kernels, tapes } from './support.js';

/** The limits that the fixtures' README suggests for float32. */
const LIMITS = { loss: 5e-6, gradients: 2e-5, parameters: 5e-5 };

const FOLDER = new URL('../fixtures/pytorch/', import.meta.url);
const fixtures = readdirSync(FOLDER).map(
  (file): Fixture => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')),
);
const named = (format: Fixture['format']) =>
  fixtures.filter((each) => each.format === format).map((each) => [each.name, each] as const);

describe.each(BACKENDS)('PyTorch fixtures on a tape, %s', (backend) => {
  const tape = tapes[backend];

  it.each(named('mlp-gradient-fixture/1'))('has the gradients of %s', (_, fixture) => {
    const input = translate(fixture);
    const model = modelOf(tape, input);
    const { x, y } = input.data.train as unknown as { x: number[][]; y: number[][] };
    // The gradient at the inputs is asked for too, so that they are a parameter here: a column a sample.
    const inputs = tape.parameter(x[0].map((_, i) => x.map((row) => row[i])));
    const found = tape.record(() => {
      const output = model.outputs(inputs);
      const loss = model.loss(output, tape.samples(y));
      const wanted = [...model.weights, ...model.biases, inputs];
      const all = gradients(penalised(loss, model), wanted).map((each) => each.toRows());
      return {
        loss: loss.item(),
        output: columnsOf(output.toRows()),
        weights: all.slice(0, model.weights.length),
        biases: all.slice(model.weights.length, -1),
        inputs: columnsOf(all[all.length - 1]),
      };
    });
    const { float64 } = fixture.expected;
    expect(deviation(found.loss, float64.loss)).toBeLessThan(LIMITS.loss);
    expect(deviation(found.output, float64.output)).toBeLessThan(LIMITS.gradients);
    expect(deviation(found.weights, float64.weight_gradients)).toBeLessThan(LIMITS.gradients);
    expect(deviation(found.biases, float64.bias_gradients)).toBeLessThan(LIMITS.gradients);
    expect(deviation(found.inputs, float64.input_gradient)).toBeLessThan(LIMITS.gradients);
  });

  it.each(named('mlp-train-fixture/1'))(
    'trains %s, to the bits of the trainer',
    async (_, fixture) => {
      const input = translate(fixture);
      const model = modelOf(tape, input);
      train(tape, model, input);
      const weights = model.weights.map((each) => each.toRows());
      const biases = model.biases.map((each) => each.read());
      const { float64 } = fixture.expected;
      expect(deviation(weights, float64.final_weights)).toBeLessThan(LIMITS.parameters);
      expect(deviation(biases, float64.final_biases)).toBeLessThan(LIMITS.parameters);
      const trained = await trainNetwork({ kernels: kernels[backend], ...input });
      expect({ weights, biases }).toEqual({ weights: trained.weights, biases: trained.biases });
    },
  );
});

/** Sample by sample. */
function columnsOf(rows: Float32Array[]): number[][] {
  return Array.from(rows[0], (_, j) => rows.map((row) => row[j]));
}
