import { expect, it } from 'vitest';
import { bind } from '../../src/train/bind.js';
import { forward } from '../../src/train/compile/network.js';
import type { TrainingJob } from '../../src/train/job.js';
import { createStepState } from '../../src/train/step-state.js';
import { createJob } from '../job.js';
import { networkOf, variantOf } from '../variant.js';
import { datasetOf, run } from './runs.js';

const BATCH = 200;
const UNITS = 64;
const dataset = datasetOf({ train: BATCH, test: 30, inputs: 3, outputs: 1 });

function variant(dropout: number) {
  // Constant outputs: what is dropped and what is kept shows at once.
  const network = networkOf(3, [UNITS, UNITS], 1, {
    dropout,
    activation: 'sigmoid',
    init: 'zeros',
  });
  return variantOf(network, { batchSize: BATCH, epochs: 1 });
}

/** The dropped outputs of both hidden layers in one update. */
function droppedIn(job: TrainingJob, update: number): Float32Array[] {
  const state = createStepState();
  state.update = update;
  const list = forward(job, BATCH, job.slab.batchLd, true);
  for (const each of bind(job.kernels, list, state)) each();
  return job.slab.layers.slice(0, 2).map(({ dropped }) => {
    const rows = new Float32Array(job.memory.buffer, dropped, UNITS * job.slab.batchLd);
    return rows.filter((_, i) => i % job.slab.batchLd < BATCH);
  });
}

it('keeps the share that it is told to, scaled up to the same mean', async () => {
  for (const dropout of [0.1, 0.5, 0.8]) {
    const job = await createJob(variant(dropout), dataset, 'wasm');
    const [values] = droppedIn(job, 0);
    const kept = values.filter((value) => value !== 0);
    // σ(0) = ½, five standard deviations of 12,800 draws.
    expect(new Set(kept)).toEqual(new Set([Math.fround(0.5 * Math.fround(1 / (1 - dropout)))]));
    const spread = Math.sqrt((dropout * (1 - dropout)) / values.length);
    expect(Math.abs(kept.length / values.length - (1 - dropout))).toBeLessThan(5 * spread);
  }
});

it('drops other outputs in every update, layer and seed, the same ones again', async () => {
  const job = await createJob(variant(0.5), dataset, 'wasm', { seed: 3 });
  const [first, second] = droppedIn(job, 0);
  expect(second).not.toEqual(first);
  expect(droppedIn(job, 1)[0]).not.toEqual(first);
  expect(droppedIn(job, 0)[0]).toEqual(first);
  const other = await createJob(variant(0.5), dataset, 'wasm', { seed: 4 });
  expect(droppedIn(other, 0)[0]).not.toEqual(first);
});

it('drops nothing where losses are measured', async () => {
  const dropped = await run(variant(0.5), dataset);
  const plain = await run(variant(0), dataset);
  expect(dropped.points[0]).toEqual(plain.points[0]);
  expect(dropped.points[1]).not.toEqual(plain.points[1]);
});
