import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivationName } from '../../src/config/types.js';
import { layoutSlab, type SlabLayout } from '../../src/memory/slab.js';
import { buildNetwork } from '../../src/plan/network.js';
import type { Variant } from '../../src/plan/trial.js';
import { bind } from '../../src/train/bind.js';
import { compileTeamStep } from '../../src/train/compile.js';
import { initialise } from '../../src/train/initialise.js';
import { type Parameters, readParameters } from '../../src/train/parameters.js';
import { createStep } from '../../src/train/step.js';
import { type BackendName, createJob } from '../job.js';

const draw = (i: number) => ((((i + 9) * 2654435761) >>> 16) % 256) / 64 - 2;

interface Vocabulary {
  adam?: boolean;
  activation?: ActivationName;
  classes?: boolean;
}

function caseOf(
  hidden: number[],
  inputs: number,
  units: number,
  n: number,
  { adam = false, activation = 'relu', classes = false }: Vocabulary = {},
) {
  const network = buildNetwork(inputs, hidden, units, { activation, init: 'torch' });
  const loss = classes ? 'softmax-cross-entropy' : 'mse';
  const outputs = classes ? 1 : units;
  const optimizer = adam
    ? ({ name: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const)
    : ({ name: 'sgd', learningRate: 0.01 } as const);
  const variant: Variant = {
    id: 'v',
    network,
    hyper: {},
    training: { epochs: 1, batchSize: n, shuffle: false, loss, optimizer },
  };
  const rows = {
    rows: n,
    x: Float32Array.from({ length: n * inputs }, (_, i) => draw(i)),
    y: Float32Array.from({ length: n * outputs }, (_, i) => (classes ? i % units : draw(i + 7919))),
  };
  const none = { rows: 0, x: new Float32Array(0), y: new Float32Array(0) };
  const meta = { id: 'd', kind: 'rows', seed: 0, inputs, outputs };
  return { variant, dataset: { ...meta, train: rows, validation: none, test: none } };
}

/** Two updates, alone or by a team whose members take their phases in turns. */
async function train(
  { variant, dataset }: ReturnType<typeof caseOf>,
  backend: BackendName,
  size: number,
): Promise<Parameters> {
  const job = await createJob(variant, dataset, backend);
  const { memory, kernels, slab, data, identity } = job;
  initialise(job);
  const n = dataset.train.rows;
  const state = { rows: identity, learningRate: 0.01, stepSize: 0.01, rootScale: 0.5 };
  const members = Array.from({ length: size }, (_, member) =>
    compileTeamStep(variant, slab, data.train, n, { member, size }),
  );
  const alone = createStep(kernels, variant, slab, data.train, n, state);
  for (let update = 0; update < 2; update++) {
    if (size === 0) alone();
    for (let phase = 0; phase < 3 && size > 0; phase++) {
      // The last member first: no phase may lean on another member's slice.
      for (const phases of members.toReversed()) {
        for (const run of bind(kernels, phases[phase], state)) run();
      }
    }
  }
  return readParameters(memory, slab);
}

describe('a team', () => {
  it('of any size leaves the bits of one thread', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 6 }),
        fc.record({
          adam: fc.boolean(),
          activation: fc.constantFrom<ActivationName>('relu', 'sigmoid', 'tanh', 'linear'),
          classes: fc.boolean(),
        }),
        async (hidden, inputs, outputs, n, size, vocabulary) => {
          const given = caseOf(hidden, inputs, outputs, n, vocabulary);
          const expected = await train(given, 'wasm', 0);
          expect(await train(given, 'wasm', size)).toEqual(expected);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it('leaves them on the pure-JS kernels, too', async () => {
    const given = caseOf([17, 9], 5, 2, 33, { adam: true });
    expect(await train(given, 'js', 3)).toEqual(await train(given, 'wasm', 0));
  });

  it('shares every operation: no column, row or parameter twice or never', () => {
    const { variant } = caseOf([64, 48], 30, 10, 100);
    const shape = { inputs: 30, outputs: 10, trainRows: 100, validationRows: 0, testRows: 0 };
    const slab: SlabLayout = layoutSlab(variant.network, 100, 0, shape, 0);
    const rows = { rows: 100, x: 0, y: 0 };
    const total = (size: number) =>
      Array.from({ length: size }, (_, member) =>
        compileTeamStep(variant, slab, rows, 100, { member, size }),
      )
        .flat(2)
        .reduce((work, o) => work + ('k' in o ? o.m * o.n * o.k : 'count' in o ? o.count : 0), 0);
    expect(total(2)).toBe(total(1));
    expect(total(7)).toBe(total(1));
  });
});
