import { kernelsOver } from '../kernels/over.js';
import { writeDataset, writeIdentity } from '../memory/datasets.js';
import { layoutMemory, type MemoryLayout, slabOf } from '../memory/layout.js';
import { checkShapes } from '../plan/check.js';
import { planSweep } from '../plan/plan.js';
import type { TrainingJob } from '../train/job.js';
import { checkInitial } from './initial.js';
import { resolveInput } from './input.js';
import type { TrainingInput } from './types.js';

const PAGE = 65536;
const DEFAULT_MAXIMUM = 1 << 30;

/**
 * Everything to train one network alone: a sweep of one trial, in a memory of its own.
 *
 * @throws {InputError} with every problem of the input.
 * @throws {RangeError} when it needs more memory than allowed, or than there is.
 */
export function createJob(input: TrainingInput): TrainingJob {
  const { config, dataset, shape } = resolveInput(input);
  checkShapes(config, [{ shape }]);
  const plan = planSweep(config, [{ seed: config.seed, shape }]);
  if (input.initial) checkInitial(input.initial, plan.variants[0].network);
  const layout = layoutMemory(plan, 0, 1);
  const memory = allocate(layout, input);
  writeIdentity(memory, layout.identity, layout.identityRows);
  writeDataset(memory, layout.datasets[0], dataset);
  return {
    memory,
    kernels: kernelsOver(input.kernels, memory),
    variant: plan.variants[0],
    trial: plan.trials[0],
    slab: slabOf(plan, 0, layout.slabs[0]),
    data: layout.datasets[0],
    shape,
  };
}

function allocate(
  { bytes }: MemoryLayout,
  { kernels: { shared }, maximumBytes = DEFAULT_MAXIMUM }: TrainingInput,
): WebAssembly.Memory {
  if (bytes > maximumBytes) {
    throw new RangeError(
      `found a training that needs ${bytes} bytes, expected at most ${maximumBytes}: ` +
        'raise maximumBytes, or use a smaller network, batch or data set',
    );
  }
  const pages = Math.ceil(bytes / PAGE);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
}
