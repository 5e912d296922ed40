import type { Backend } from '../dist/kernels/contract.js';
import { writeIdentity } from '../dist/memory/datasets.js';
import { layoutMemory, slabOf } from '../dist/memory/layout.js';
import { buildNetwork } from '../dist/plan/network.js';
import type { Plan } from '../dist/plan/plan.js';
import type { DatasetShape, Trial, Variant } from '../dist/plan/trial.js';
import { createEpoch, type TrainEpoch } from '../dist/train/epoch.js';
import { initialise } from '../dist/train/initialise.js';
import { createKernels, createMemory } from './case.js';

type Optimizer = Variant['training']['optimizer'];

/** Learning rates small enough that a benchmark of any length stays finite. */
export const OPTIMIZERS: Record<'sgd' | 'momentum' | 'adam', Optimizer> = {
  sgd: { name: 'sgd', learningRate: 1e-3 },
  momentum: { name: 'momentum', learningRate: 1e-4, momentum: 0.9 },
  adam: { name: 'adam', learningRate: 1e-4, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
};

export function variantOf(
  [inputs, ...widths]: readonly number[],
  batchSize: number,
  optimizer: Optimizer,
): Variant {
  const outputs = widths[widths.length - 1];
  const style = { activation: 'relu', init: 'torch' } as const;
  const network = buildNetwork(inputs, widths.slice(0, -1), outputs, style);
  const training = { epochs: 1, batchSize, shuffle: false, loss: 'mse', optimizer } as const;
  return { id: network.id, network, training, hyper: {} };
}

/** Epochs over `rows` rows of random data for every variant, in one memory; nothing is evaluated. */
export async function trainersOf(
  backend: Backend,
  variants: readonly Variant[],
  rows: number,
): Promise<TrainEpoch[]> {
  const datasets = variants.map(({ network }): DatasetShape => {
    const outputs = network.layers[network.layers.length - 1].units;
    return { inputs: network.inputs, outputs, trainRows: rows, validationRows: 0, testRows: 1 };
  });
  const trials = variants.map(
    (_, index): Trial => ({
      index,
      variant: index,
      dataset: index,
      seed: 1,
      method: 'gradient',
      evaluate: [0],
    }),
  );
  const plan: Plan = { variants, datasets, trials };
  const layout = layoutMemory(plan, 64, 1);
  const memory = createMemory(layout.bytes);
  const kernels = await createKernels(backend, memory);
  writeIdentity(memory, layout.identity, layout.identityRows);
  return variants.map((variant, i) => {
    const { inputs, outputs } = datasets[i];
    fillRows(memory, layout.datasets[i].train.x, rows * inputs);
    fillRows(memory, layout.datasets[i].train.y, rows * outputs);
    const slab = slabOf(plan, i, layout.slabs[0]);
    const job = {
      memory,
      kernels,
      variant,
      trial: trials[i],
      slab,
      data: layout.datasets[i],
      identity: layout.identity,
    };
    initialise(job);
    return createEpoch(job);
  });
}

function fillRows(memory: WebAssembly.Memory, offset: number, floats: number): void {
  const values = new Float32Array(memory.buffer, offset, floats);
  for (let i = 0; i < floats; i++) values[i] = (((i * 2654435761) >>> 16) % 128) / 64 - 1;
}
