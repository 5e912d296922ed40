/** One member of a team, in a thread of its own: trains what it is told to, until it is ended. */
import { parentPort } from 'node:worker_threads';
import { toPoint } from '../../src/embed/train-network.js';
import type { CurvePoint } from '../../src/embed/types.js';
import { createWasmKernels } from '../../src/kernels/wasm.js';
import { Control } from '../../src/memory/control.js';
import { type MemoryLayout, slabOf } from '../../src/memory/layout.js';
import type { Plan } from '../../src/plan/plan.js';
import { trainAsMember } from '../../src/train/train.js';

export interface TeamTask {
  memory: WebAssembly.Memory;
  module: WebAssembly.Module;
  plan: Plan;
  layout: MemoryLayout;
  member: number;
  size: number;
}

export interface TeamReport {
  status: string;
  history: CurvePoint[];
}

const DEADLINE_MS = 20_000;

parentPort!.on('message', ({ memory, module, plan, layout, member, size }: TeamTask) => {
  const { barrier } = new Control(memory, layout.control, 1, size);
  const history: CurvePoint[] = [];
  const job = {
    memory,
    kernels: createWasmKernels(module, memory),
    variant: plan.variants[0],
    trial: plan.trials[0],
    slab: slabOf(plan, 0, layout.slabs[0]),
    data: layout.datasets[0],
    shape: plan.datasets[0],
  };
  const hooks = {
    record: (_: number, epoch: number, values: Float64Array) => {
      history.push(toPoint(job, epoch, values));
    },
    poll: () => true,
  };
  const seat = { member, size, barrier: () => barrier.wait(size, DEADLINE_MS) };
  const own = slabOf(plan, 0, layout.slabs[member]);
  const status = trainAsMember(job, hooks, seat, own);
  parentPort!.postMessage({ status, history } satisfies TeamReport);
});
