import { describe, expect, test } from 'vitest';
import { leastSquares } from '../../src/math/least-squares.js';
import { initialise } from '../../src/train/initialise.js';
import { trainTrial } from '../../src/train/train.js';
import { createJob } from '../job.js';
import { networkOf, variantOf } from '../variant.js';
import { datasetOf, run } from './runs.js';

const SOLVED = { method: 'least-squares', epochs: 1, batchSize: 1 } as const;
const solved = (hidden: number[], bias = true, outputs = 2) =>
  variantOf(
    networkOf(3, hidden, outputs, {
      init: { name: 'random-features', deviation: 1, bound: 1 },
      output: { bias },
    }),
    SOLVED,
  );

describe.each(['wasm', 'js'] as const)('least squares, %s', (backend) => {
  test('interpolates where there are more features than rows', async () => {
    const dataset = datasetOf({ train: 40, test: 30, inputs: 3, outputs: 2 });
    const { end, final, epochs } = await run(solved([200]), dataset, backend);
    expect(end).toBe('done');
    expect(epochs).toEqual({ kept: 1, trained: 1 });
    expect(final[0]).toBeLessThan(1e-8);
  });

  test('without a hidden layer is the linear fit of float64', async () => {
    const dataset = datasetOf({ train: 300, test: 9, inputs: 3, outputs: 2 });
    const { weights, biases } = await run(solved([]), dataset, backend);
    const { x, y, rows } = dataset.train;
    const column = (values: Float32Array, width: number, at: number) =>
      Float64Array.from({ length: rows }, (_, row) => values[row * width + at]);
    const design = [0, 1, 2].map((at) => column(x, 3, at));
    const targets = [0, 1].map((at) => column(y, 2, at));
    const betas = leastSquares([...design, new Float64Array(rows).fill(1)], targets);
    betas.forEach((beta, unit) => {
      expect(Array.from(weights[0][unit])).toEqual(Array.from(beta.slice(0, 3), Math.fround));
      expect(biases[0][unit]).toBe(Math.fround(beta[3]));
    });
  });

  test('keeps the layers below as they were drawn, and a missing bias at 0', async () => {
    const dataset = datasetOf({ train: 20, test: 5, inputs: 3, outputs: 2 });
    const variant = solved([7, 5], false);
    const { weights, biases } = await run(variant, dataset, backend);
    const job = await createJob(variant, dataset, backend);
    initialise(job);
    const drawn = new Float32Array(job.memory.buffer, job.slab.layers[0].weights.offset, 3);
    expect(weights[0][0]).toEqual(drawn.slice());
    expect(biases[2]).toEqual(Float32Array.of(0, 0));
    expect(Math.max(...biases[0].map(Math.abs))).toBeGreaterThan(0.1);
  });
});

test('both backends give the same bits', async () => {
  const dataset = datasetOf({ train: 70, test: 300, inputs: 3, outputs: 1 });
  for (const width of [8, 70, 90]) {
    const variant = solved([width], true, 1);
    expect(await run(variant, dataset, 'wasm')).toEqual(await run(variant, dataset, 'js'));
  }
});

test('an interruption ends it before it is solved', async () => {
  const dataset = datasetOf({ train: 600, test: 5, inputs: 3, outputs: 1 });
  const job = await createJob(solved([30], true, 1), dataset, 'js', { evaluate: [1] });
  const output = job.slab.layers[1].weights;
  const hooks = { record: () => {}, poll: () => false };
  expect(trainTrial(job, hooks)).toBe('interrupted');
  const after = new Float32Array(job.memory.buffer, output.offset, 30).slice();
  initialise(job);
  expect(after).toEqual(new Float32Array(job.memory.buffer, output.offset, 30).slice());
});
