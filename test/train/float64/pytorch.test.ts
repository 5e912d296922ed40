import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type {
  ActivationConfig,
  LossConfig,
  OptimizerConfig,
  PenaltyConfig,
} from '../../../src/config/types.js';
import { type Fixture, translate } from '../../oracles/fixture.js';
import { gradient, loss, penaltyOf, train } from './trainer.js';

const FOLDER = new URL('../../fixtures/pytorch/', import.meta.url);

/** Inputs in the hundreds are for the kernels: Φ is a short series here. */
const fixtures = readdirSync(FOLDER)
  .filter((file) => !file.includes('saturated'))
  .map((file): Fixture => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
const named = (format: Fixture['format']) =>
  fixtures.filter((each) => each.format === format).map((each) => [each.name, each] as const);

function objectiveOf(fixture: Fixture) {
  const { network, training, data } = translate(fixture);
  const layers = [...network.hidden, network.output!] as { activation: ActivationConfig }[];
  const { x, y } = data.train as { x: number[][]; y: number[][] };
  return {
    x,
    y,
    activations: layers.map(({ activation }) => activation),
    loss: training!.loss as LossConfig,
    penalty: training!.penalty as PenaltyConfig,
    optimizer: training!.optimizer as OptimizerConfig,
    batchSize: Number(training!.batchSize),
    epochs: training!.epochs!,
  };
}

function expectClose(found: unknown, expected: unknown, limit: number): void {
  const [a, b] = [found, expected].map((value) => [value].flat(9) as number[]);
  expect(a).toHaveLength(b.length);
  const largest = Math.max(...b.map(Math.abs)) || 1;
  const worst = Math.max(...a.map((value, i) => Math.abs(value - b[i])));
  expect(worst / largest).toBeLessThan(limit);
}

describe('the float64 trainer', () => {
  it.each(named('mlp-train-fixture/1'))('trains as PyTorch does: %s', (_, fixture) => {
    const model = structuredClone(fixture.initial);
    const curve = train(model, objectiveOf(fixture));
    const { float64 } = fixture.expected;
    expectClose(curve, float64.epoch_train_loss, 1e-10);
    expectClose(model.weights, float64.final_weights, 1e-9);
    expectClose(model.biases, float64.final_biases, 1e-9);
  });

  it.each(named('mlp-gradient-fixture/1'))('has the gradients of PyTorch: %s', (_, fixture) => {
    const objective = objectiveOf(fixture);
    const { x, y } = objective;
    const { float64 } = fixture.expected;
    const found = gradient(fixture.initial, objective, x, y);
    expectClose(loss(fixture.initial, objective, x, y), float64.loss, 1e-10);
    expectClose(penaltyOf(fixture.initial, objective), float64.penalty, 1e-10);
    expectClose(found.weights, float64.weight_gradients, 1e-10);
    expectClose(found.biases, float64.bias_gradients, 1e-10);
    expectClose(found.inputs, float64.input_gradient, 1e-10);
  });
});
