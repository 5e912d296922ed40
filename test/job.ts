import type { Dataset } from '../src/data/dataset.js';
import type { Kernels } from '../src/kernels/contract.js';
import { compileKernels } from '../src/kernels/node.js';
import { createReferenceKernels } from '../src/kernels/reference/index.js';
import { createWasmKernels } from '../src/kernels/wasm.js';
import { writeDataset, writeIdentity } from '../src/memory/datasets.js';
import { layoutMemory, slabOf } from '../src/memory/layout.js';
import type { Plan } from '../src/plan/plan.js';
import type { Trial, Variant } from '../src/plan/trial.js';
import type { TrainingJob } from '../src/train/job.js';

export type BackendName = 'wasm' | 'js';

/** A training job in a memory of its own, without pool or threads. */
export async function createJob(
  variant: Variant,
  dataset: Dataset,
  backend: BackendName,
  options: { seed?: number; evaluate?: number[] } = {},
): Promise<TrainingJob> {
  const { epochs } = variant.training;
  const trial: Trial = {
    index: 0,
    variant: 0,
    dataset: 0,
    seed: options.seed ?? 1,
    method: 'gradient',
    evaluate: options.evaluate ?? Array.from({ length: epochs + 1 }, (_, epoch) => epoch),
  };
  const { inputs, outputs, train, validation, test } = dataset;
  const shape = {
    inputs,
    outputs,
    trainRows: train.rows,
    validationRows: validation.rows,
    testRows: test.rows,
  };
  const plan: Plan = { variants: [variant], datasets: [shape], trials: [trial] };
  const layout = layoutMemory(plan, 64, 1);
  const pages = Math.ceil(layout.bytes / 65536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 65536, shared: true });
  writeIdentity(memory, layout.identity, layout.identityRows);
  writeDataset(memory, layout.datasets[0], dataset);
  return {
    memory,
    kernels: await createKernels(backend, memory),
    variant,
    trial,
    slab: slabOf(plan, 0, layout.slabs[0]),
    data: layout.datasets[0],
    identity: layout.identity,
  };
}

async function createKernels(backend: BackendName, memory: WebAssembly.Memory): Promise<Kernels> {
  if (backend === 'js') return createReferenceKernels(memory);
  return createWasmKernels((await compileKernels()).module, memory);
}
