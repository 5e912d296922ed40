import type { Dataset } from '../src/data/dataset.js';
import type { Kernels } from '../src/kernels/contract.js';
import { compileKernels } from '../src/kernels/node.js';
import { createReferenceKernels } from '../src/kernels/reference/index.js';
import { createWasmKernels } from '../src/kernels/wasm.js';
import { writeDataset, writeIdentity } from '../src/memory/datasets.js';
import { layoutMemory, slabOf } from '../src/memory/layout.js';
import { parametersAt } from '../src/memory/parameters.js';
import type { SlabLayout } from '../src/memory/slab.js';
import type { Plan } from '../src/plan/plan.js';
import type { DatasetShape, Trial, Variant } from '../src/plan/trial.js';
import type { TrainingJob } from '../src/train/job.js';
import { type InitialParameters, writeParameters } from '../src/train/parameters.js';

export type BackendName = 'wasm' | 'js';

export interface JobOptions {
  seed?: number;
  evaluate?: number[];
  /** What the data are: classes, their encoding, images. */
  shape?: Pick<DatasetShape, 'classes' | 'encoding' | 'image'>;
  /** Parameters to start from, in a block of their own. */
  initial?: InitialParameters;
}

/** A training job in a memory of its own, without pool or threads. */
export async function createJob(
  variant: Variant,
  dataset: Dataset,
  backend: BackendName,
  options: JobOptions = {},
): Promise<TrainingJob> {
  return (await createTeamJobs(variant, dataset, backend, 1, options)).job;
}

/** The job, a slab for every member of its team (the first is the leader's), and 64 zero bytes. */
export async function createTeamJobs(
  variant: Variant,
  dataset: Dataset,
  backend: BackendName,
  size: number,
  options: JobOptions = {},
): Promise<{ job: TrainingJob; slabs: SlabLayout[]; control: number }> {
  const { epochs } = variant.training;
  const trial: Trial = {
    index: 0,
    variant: 0,
    dataset: 0,
    seed: options.seed ?? 1,
    evaluate: options.evaluate ?? Array.from({ length: epochs + 1 }, (_, epoch) => epoch),
  };
  const { inputs, outputs, train, validation, test } = dataset;
  const shape: DatasetShape = {
    ...options.shape,
    inputs,
    outputs,
    trainRows: train.rows,
    validationRows: validation.rows,
    testRows: test.rows,
  };
  const plan: Plan = { variants: [variant], datasets: [shape], trials: [trial] };
  const { initial } = options;
  const layout = layoutMemory(plan, 64, size, initial && { initial: variant.network });
  const pages = Math.ceil(layout.bytes / 65536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 65536, shared: true });
  writeIdentity(memory, layout.identity, layout.identityRows);
  writeDataset(memory, layout.datasets[0], dataset);
  if (initial) writeParameters(memory, parametersAt(variant.network, layout.initial!), initial);
  const slabs = layout.slabs.map((start) => slabOf(plan, 0, start));
  const kernels = await createKernels(backend, memory);
  const [data, slab] = [layout.datasets[0], slabs[0]];
  const job: TrainingJob = { memory, kernels, variant, trial, slab, data, shape };
  if (layout.initial !== undefined) job.initial = layout.initial;
  return { job, slabs, control: layout.control };
}

async function createKernels(backend: BackendName, memory: WebAssembly.Memory): Promise<Kernels> {
  if (backend === 'js') return createReferenceKernels(memory);
  return createWasmKernels((await compileKernels()).module, memory);
}
