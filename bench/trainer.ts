import {
  NETWORKS_DEFAULTS,
  OPTIMIZER_DEFAULTS,
  TRAINING_DEFAULTS,
} from '../dist/config/training-defaults.js';
import { type ActivationConfig, type LossConfig, nameOf } from '../dist/config/types.js';
import type { Backend } from '../dist/kernels/contract.js';
import { writeIdentity } from '../dist/memory/datasets.js';
import { layoutMemory, slabOf } from '../dist/memory/layout.js';
import { buildNetwork } from '../dist/plan/network.js';
import type { Plan } from '../dist/plan/plan.js';
import type { DatasetShape, Trial, Variant } from '../dist/plan/trial.js';
import { createEpoch } from '../dist/train/epoch.js';
import { initialise } from '../dist/train/initialise.js';
import { createKernels, createMemory } from './case.js';

type Optimizer = Variant['training']['optimizer'];
export type OptimizerName = Optimizer['name'];

/** Learning rates small enough that a benchmark of any length stays finite. */
export function optimizerOf(name: OptimizerName): Optimizer {
  return { ...OPTIMIZER_DEFAULTS[name], learningRate: name === 'sgd' ? 1e-3 : 1e-4 };
}

export interface Style {
  activation?: ActivationConfig;
  loss?: LossConfig;
  dropout?: number;
}

export function variantOf(
  [inputs, ...widths]: readonly number[],
  batchSize: number,
  optimizer: Optimizer,
  { loss = 'mse', ...style }: Style = {},
): Variant {
  const { hidden: _, ...networks } = NETWORKS_DEFAULTS;
  const outputs = widths[widths.length - 1];
  const network = buildNetwork(inputs, widths.slice(0, -1), outputs, { ...networks, ...style });
  const training = { ...TRAINING_DEFAULTS, epochs: 1, batchSize, loss, optimizer };
  return { id: network.id, network, training, hyper: {} };
}

/** One epoch. */
export type Train = () => void;

const always = () => true;

/** Epochs over `rows` rows of random data for every variant, in one memory; nothing is evaluated. */
export async function trainersOf(
  backend: Backend,
  variants: readonly Variant[],
  rows: number,
): Promise<Train[]> {
  const datasets = variants.map(({ network: { inputs, layers }, training }): DatasetShape => {
    const { units } = layers[layers.length - 1];
    const shape = { inputs, trainRows: rows, validationRows: 0, testRows: 1 };
    return nameOf(training.loss) === 'softmax-cross-entropy'
      ? { ...shape, outputs: 1, classes: units, encoding: 'label' }
      : { ...shape, outputs: units };
  });
  const trials = variants.map(
    (_, index): Trial => ({
      index,
      variant: index,
      dataset: index,
      seed: 1,
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
      shape: datasets[i],
    };
    initialise(job);
    const train = createEpoch(job);
    const { learningRate } = variant.training.optimizer;
    return () => {
      train(0, learningRate, always);
    };
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
