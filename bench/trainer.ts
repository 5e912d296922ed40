import type { ActivationName, LossName } from '../dist/config/types.js';
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

export interface Style {
  activation?: ActivationName;
  loss?: LossName;
}

export function variantOf(
  [inputs, ...widths]: readonly number[],
  batchSize: number,
  optimizer: Optimizer,
  { activation = 'relu', loss = 'mse' }: Style = {},
): Variant {
  const outputs = widths[widths.length - 1];
  const style = { activation, init: 'torch' } as const;
  const network = buildNetwork(inputs, widths.slice(0, -1), outputs, style);
  const training = { epochs: 1, batchSize, shuffle: false, loss, optimizer } as const;
  return { id: network.id, network, training, hyper: {} };
}

/** Epochs over `rows` rows of random data for every variant, in one memory; nothing is evaluated. */
export async function trainersOf(
  backend: Backend,
  variants: readonly Variant[],
  rows: number,
): Promise<TrainEpoch[]> {
  const datasets = variants.map(({ network: { inputs, layers }, training }): DatasetShape => {
    const { units } = layers[layers.length - 1];
    const shape = { inputs, trainRows: rows, validationRows: 0, testRows: 1 };
    return training.loss === 'mse'
      ? { ...shape, outputs: units }
      : { ...shape, outputs: 1, classes: units };
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
    const { inputs, outputs, classes } = datasets[i];
    fillRows(memory, layout.datasets[i].train.x, rows * inputs);
    fillRows(memory, layout.datasets[i].train.y, rows * outputs, classes);
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

/** Multiples of 1/64 in [−1, 1), or labels of every class in turn. */
function fillRows(
  memory: WebAssembly.Memory,
  offset: number,
  floats: number,
  classes?: number,
): void {
  const values = new Float32Array(memory.buffer, offset, floats);
  for (let i = 0; i < floats; i++) {
    values[i] = classes ? i % classes : (((i * 2654435761) >>> 16) % 128) / 64 - 1;
  }
}
