import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptimizerConfig } from '../../src/config/types.js';
import { type Dataset, NO_ROWS, type Rows } from '../../src/data/dataset.js';
import { buildNetwork } from '../../src/plan/network.js';
import type { Variant } from '../../src/plan/trial.js';
import { initialise } from '../../src/train/initialise.js';
import { readParameters } from '../../src/train/parameters.js';
import { type TrainingEnd, trainTrial } from '../../src/train/train.js';
import { type BackendName, createJob } from '../job.js';
import { translate } from '../oracles/fixture.js';
import * as float64 from './float64-trainer.js';

const OPTIMIZERS: OptimizerConfig[] = [
  { name: 'sgd', learningRate: 0.05 },
  { name: 'momentum', learningRate: 0.02, momentum: 0.9 },
  { name: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
];

/** Multiples of 1/64, no two rows alike. */
function rowsOf(rows: number, inputs: number, outputs: number, salt: number): Rows {
  const draw = (i: number) => ((((i + salt) * 2654435761) >>> 16) % 256) / 64 - 2;
  return {
    rows,
    x: Float32Array.from({ length: rows * inputs }, (_, i) => draw(i)),
    y: Float32Array.from({ length: rows * outputs }, (_, i) => draw(i + 7919) / 2),
  };
}

function datasetOf(train: number, test: number, inputs: number, outputs: number): Dataset {
  const [kind, seed] = ['rows', 0];
  return {
    id: 'rows',
    kind,
    seed,
    inputs,
    outputs,
    train: rowsOf(train, inputs, outputs, 1),
    validation: NO_ROWS,
    test: rowsOf(test, inputs, outputs, 5000),
  };
}

function variantOf(
  hidden: number[],
  dataset: Dataset,
  training: Partial<Variant['training']> = {},
): Variant {
  return {
    id: 'v',
    network: buildNetwork(dataset.inputs, hidden, dataset.outputs, {
      activation: 'relu',
      init: 'torch',
    }),
    training: {
      epochs: 3,
      batchSize: 10,
      shuffle: false,
      loss: 'mse',
      optimizer: OPTIMIZERS[0],
      ...training,
    },
    hyper: {},
  };
}

interface Trained {
  end: TrainingEnd;
  train: number[];
  test: number[];
  weights: Float32Array[][];
  biases: Float32Array[];
}

async function run(
  variant: Variant,
  dataset: Dataset,
  backend: BackendName,
  options: { seed?: number; evaluate?: number[]; poll?: () => boolean } = {},
): Promise<Trained> {
  const job = await createJob(variant, dataset, backend, options);
  const curve = { train: [] as number[], test: [] as number[] };
  const end = trainTrial(job, {
    record(_point, _epoch, train, test) {
      curve.train.push(train);
      curve.test.push(test);
    },
    poll: options.poll ?? (() => true),
  });
  return { end, ...curve, ...readParameters(job.memory, job.slab) };
}

const nested = (rows: Rows, values: Float32Array): number[][] => {
  const width = values.length / rows.rows;
  return Array.from({ length: rows.rows }, (_, i) =>
    Array.from(values.subarray(i * width, (i + 1) * width)),
  );
};

describe('the float64 trainer', () => {
  it.each(['train-act-relu', 'train-shape-33-13', 'train-shape-no-hidden'])(
    'agrees with PyTorch in float64 on %s',
    (name) => {
      const url = new URL(`../fixtures/pytorch/${name}.json`, import.meta.url);
      const fixture = JSON.parse(readFileSync(url, 'utf8'));
      const curve = float64.train(fixture.initial, {
        ...fixture.train,
        relu: fixture.architecture.layers.map(
          (l: { activation: string }) => l.activation === 'relu',
        ),
        batchSize: fixture.batch_size,
        epochs: fixture.epochs,
        optimizer: (translate(fixture) as { variant: Variant }).variant.training.optimizer,
      });
      fixture.expected.float64.epoch_train_loss.forEach((value: number, i: number) => {
        expect(Math.abs(curve[i] - value) / value).toBeLessThan(1e-10);
      });
    },
  );
});

describe.each(OPTIMIZERS)('training with $name', (optimizer) => {
  it.each([
    [[], 3, 1, 23, 10],
    [[5], 4, 1, 50, 50],
    [[7, 3], 5, 2, 33, 8],
    [[1], 1, 1, 9, 4],
    [[16, 16], 4, 1, 64, 1],
  ])(
    'follows the float64 trainer: hidden %j, %i inputs, %i outputs, %i rows, batches of %i',
    async (hidden, inputs, outputs, rows, batchSize) => {
      const dataset = datasetOf(rows, 5, inputs, outputs);
      const variant = variantOf(hidden, dataset, { optimizer, batchSize, epochs: 4 });
      const job = await createJob(variant, dataset, 'wasm');
      initialise(job);
      const initial = readParameters(job.memory, job.slab);
      const model = {
        weights: initial.weights.map((layer) => layer.map((row) => Array.from(row))),
        biases: initial.biases.map((row) => Array.from(row)),
      };
      const expected = float64.train(model, {
        x: nested(dataset.train, dataset.train.x),
        y: nested(dataset.train, dataset.train.y),
        relu: [...hidden.map(() => true), false],
        batchSize,
        epochs: 4,
        optimizer,
      });
      for (const backend of ['wasm', 'js'] as const) {
        const found = await run(variant, dataset, backend);
        expected.forEach((value, i) => {
          expect(Math.abs(found.train[i] - value) / value, `epoch ${i}`).toBeLessThan(2e-5);
        });
      }
    },
  );
});

describe('gradients', () => {
  it('agree with finite differences of the float64 loss', () => {
    const model = {
      weights: [
        [
          [0.3, -0.2],
          [0.7, 0.4],
        ],
        [[0.5, -0.6]],
      ],
      biases: [[0.1, -0.05], [0.2]],
    };
    const x = [
      [0.5, -1],
      [1.5, 0.25],
      [-0.75, 2],
    ];
    const y = [[1], [-0.5], [0.25]];
    const relu = [true, false];
    const exact = float64.gradient(model, relu, x, y);
    const h = 1e-6;
    model.weights.forEach((layer, l) => {
      layer.forEach((row, i) => {
        row.forEach((w, j) => {
          row[j] = w + h;
          const above = float64.loss(model, relu, x, y);
          row[j] = w - h;
          const below = float64.loss(model, relu, x, y);
          row[j] = w;
          expect(exact.weights[l][i][j]).toBeCloseTo((above - below) / (2 * h), 7);
        });
      });
    });
  });
});

describe('bits', () => {
  it('are the same on both backends for random networks, batches and optimizers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(...OPTIMIZERS),
        fc.boolean(),
        async (hidden, inputs, outputs, batch, testRows, optimizer, shuffle) => {
          const dataset = datasetOf(70, testRows, inputs, outputs);
          const variant = variantOf(hidden, dataset, { optimizer, shuffle, batchSize: batch });
          const wasm = await run(variant, dataset, 'wasm');
          const js = await run(variant, dataset, 'js');
          expect(js).toEqual(wasm);
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  it('differ between seeds, and shuffling depends on the seed alone', async () => {
    const dataset = datasetOf(40, 10, 3, 1);
    const variant = variantOf([8], dataset, { shuffle: true });
    const [a, again, b] = await Promise.all([
      run(variant, dataset, 'wasm', { seed: 5 }),
      run(variant, dataset, 'wasm', { seed: 5 }),
      run(variant, dataset, 'wasm', { seed: 6 }),
    ]);
    expect(again).toEqual(a);
    expect(b.train).not.toEqual(a.train);
    const ordered = await run(variantOf([8], dataset), dataset, 'wasm', { seed: 5 });
    expect(ordered.train[0]).toBe(a.train[0]);
    expect(ordered.train[1]).not.toBe(a.train[1]);
  });
});

describe('the course of a training', () => {
  const dataset = datasetOf(40, 10, 3, 1);

  it('records only the epochs that are asked for, with the same values', async () => {
    const all = await run(variantOf([8], dataset, { epochs: 6 }), dataset, 'wasm');
    const some = await run(variantOf([8], dataset, { epochs: 6 }), dataset, 'wasm', {
      evaluate: [0, 4, 6],
    });
    expect(some.train).toEqual([all.train[0], all.train[4], all.train[6]]);
  });

  it('ends at the first loss that is not finite and records it', async () => {
    const optimizer = { name: 'sgd', learningRate: 1e25 } as const;
    const diverged = await run(variantOf([8], dataset, { epochs: 9, optimizer }), dataset, 'wasm');
    expect(diverged.end).toBe('diverged');
    expect(diverged.train.length).toBeLessThan(10);
    expect(diverged.train.slice(0, -1).every(Number.isFinite)).toBe(true);
    expect([diverged.train.at(-1), diverged.test.at(-1)].every(Number.isFinite)).toBe(false);
  });

  it('stops when it is told to', async () => {
    let polls = 0;
    const variant = variantOf([8], dataset, { epochs: 100_000 });
    const stopped = await run(variant, dataset, 'wasm', {
      evaluate: [0, 100_000],
      poll: () => ++polls < 3,
    });
    expect(stopped.end).toBe('interrupted');
    expect(stopped.train).toHaveLength(1);
  });

  it('leaves frozen layers and missing biases alone', async () => {
    const variant = variantOf([6, 5], dataset);
    const [first, second, third] = variant.network.layers;
    const layers = [{ ...first, frozen: true }, second, { ...third, bias: false }];
    const changed = { ...variant, network: { ...variant.network, layers } };
    const before = await run(
      { ...changed, training: { ...variant.training, epochs: 0 } },
      dataset,
      'wasm',
    );
    const after = await run(changed, dataset, 'wasm');
    expect(after.weights[0]).toEqual(before.weights[0]);
    expect(after.biases[0]).toEqual(before.biases[0]);
    expect(after.weights[1]).not.toEqual(before.weights[1]);
    expect(after.biases[2]).toEqual(Float32Array.of(0));
    expect(await run(changed, dataset, 'js')).toEqual(after);
  });
});
