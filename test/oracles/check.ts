import { loadKernels } from '../../src/entries/kernels-node.js';
import { computeGradients, type TrainingInput, trainNetwork } from '../../src/entries/train.js';
import { type Fixture, translate } from './fixture.js';

/** The limits that the fixtures' README suggests for float32. */
const LIMITS = { losses: 5e-6, parameters: 5e-5, gradients: 2e-5 };

/** One result array beside what is expected. */
export interface Comparison {
  key: string;
  deviation: number;
  limit: number;
}

/** Trains a fixture, or takes its gradients, through `lanewise/train`, and compares with its float64
 * results. */
export async function checkFixture(
  fixture: Fixture,
  backend: 'wasm' | 'js',
): Promise<Comparison[]> {
  const kernels = await loadKernels({ backend });
  const input: TrainingInput = { kernels, ...translate(fixture) };
  const trains = fixture.format === 'mlp-train-fixture/1';
  const found = trains ? await train(input) : gradients(input);
  return Object.entries(found)
    .filter(([key]) => key in fixture.expected.float64)
    .map(([key, { values, limit }]) => ({
      key,
      deviation: deviation(flat(values), flat(fixture.expected.float64[key])),
      limit,
    }));
}

type Found = Record<string, { values: unknown; limit: number }>;

async function train(input: TrainingInput): Promise<Found> {
  const { history, weights, biases } = await trainNetwork(input);
  const accuracy = (set: 'train' | 'test') =>
    history.map(({ metrics }) => metrics.accuracy?.[set] ?? Number.NaN);
  const losses = {
    epoch_train_loss: history.map((point) => point.train),
    epoch_test_loss: history.map((point) => point.test),
    epoch_penalty: history.map(({ penalty }) => penalty ?? 0),
    epoch_train_accuracy: accuracy('train'),
    epoch_test_accuracy: accuracy('test'),
  };
  return {
    ...limited(losses, LIMITS.losses),
    ...limited({ final_weights: weights, final_biases: biases }, LIMITS.parameters),
  };
}

function gradients(input: TrainingInput): Found {
  const { loss, penalty, output, weights, biases, input: inputs } = computeGradients(input);
  const taken = {
    output,
    weight_gradients: weights,
    bias_gradients: biases,
    input_gradient: inputs,
  };
  return { ...limited({ loss, penalty }, LIMITS.losses), ...limited(taken, LIMITS.gradients) };
}

function limited(found: Record<string, unknown>, limit: number): Found {
  return Object.fromEntries(Object.entries(found).map(([key, values]) => [key, { values, limit }]));
}

/** max |a − b| / max |b|; Infinity for a different length or a value that is not finite. */
function deviation(a: number[], b: number[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  const largest = Math.max(...b.map(Math.abs));
  const worst = a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
  return Number.isNaN(worst) ? Number.POSITIVE_INFINITY : worst / (largest || 1);
}

function flat(values: unknown): number[] {
  if (typeof values === 'number') return [values];
  return Array.from(values as ArrayLike<unknown>).flatMap(flat);
}
