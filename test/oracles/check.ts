import { bind } from '../../src/train/bind.js';
import { compileStep } from '../../src/train/compile.js';
import { createEvaluator } from '../../src/train/evaluate.js';
import type { TrainingJob } from '../../src/train/job.js';
import { readParameters, writeParameters } from '../../src/train/parameters.js';
import { trainFrom } from '../../src/train/train.js';
import { type BackendName, createJob } from '../job.js';
import { type Fixture, translate } from './fixture.js';

/** The limits that the fixtures' README suggests for float32. */
const LIMITS = { losses: 5e-6, parameters: 5e-5, gradients: 2e-5 };

/** One result array beside what is expected. */
export interface Comparison {
  key: string;
  deviation: number;
  limit: number;
}

/** Trains a fixture, or takes its gradients, and compares with its float64 results. */
export async function checkFixture(fixture: Fixture, backend: BackendName): Promise<Comparison[]> {
  const translation = translate(fixture);
  if (translation.missing.length > 0) throw new Error(`needs ${translation.missing.join(', ')}`);
  const { variant, dataset } = translation as Extract<typeof translation, { missing: [] }>;
  const job = await createJob(variant, dataset, backend);
  writeParameters(job.memory, job.slab, fixture.initial);
  const found = fixture.format === 'mlp-train-fixture/1' ? train(job) : gradients(job);
  return Object.entries(found)
    .filter(([key]) => key in fixture.expected.float64)
    .map(([key, { values, limit }]) => ({
      key,
      deviation: deviation(flat(values), flat(fixture.expected.float64[key])),
      limit,
    }));
}

type Found = Record<string, { values: unknown; limit: number }>;

function train(job: TrainingJob): Found {
  const curve = { train: [] as number[], test: [] as number[] };
  trainFrom(job, {
    record(_point, _epoch, trainLoss, testLoss) {
      curve.train.push(trainLoss);
      curve.test.push(testLoss);
    },
    poll: () => true,
  });
  const { weights, biases } = readParameters(job.memory, job.slab);
  return {
    epoch_train_loss: { values: curve.train, limit: LIMITS.losses },
    epoch_test_loss: { values: curve.test, limit: LIMITS.losses },
    final_weights: { values: weights, limit: LIMITS.parameters },
    final_biases: { values: biases, limit: LIMITS.parameters },
  };
}

/** One step at learning rate 0: gradients, output and loss at the initial parameters. */
function gradients(job: TrainingJob): Found {
  const { memory, kernels, variant, slab, data, identity } = job;
  const state = { rows: identity, learningRate: 0, stepSize: 0, rootScale: 0 };
  const n = data.train.rows;
  for (const run of bind(kernels, compileStep(variant, slab, data.train, n), state)) run();
  const { weights, biases } = readParameters(memory, slab, 'gradients');
  const last = variant.network.layers.length - 1;
  const { units } = variant.network.layers[last];
  const rows = new Float32Array(memory.buffer, slab.layers[last].output, units * slab.batchLd);
  const output = Array.from({ length: n }, (_, sample) =>
    Array.from({ length: units }, (_, unit) => rows[unit * slab.batchLd + sample]),
  );
  const loss = createEvaluator(job, slab, data.train, slab.trainSums)();
  return {
    output: { values: output, limit: LIMITS.gradients },
    loss: { values: [loss], limit: LIMITS.losses },
    weight_gradients: { values: weights, limit: LIMITS.gradients },
    bias_gradients: { values: biases, limit: LIMITS.gradients },
  };
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
