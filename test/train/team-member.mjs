// One member of a team, in a thread of its own: trains what it is told to, until it is ended.
import { parentPort } from 'node:worker_threads';
import { createWasmKernels } from '../../dist/kernels/wasm.js';
import { Barrier } from '../../dist/memory/barrier.js';
import { Outcome } from '../../dist/memory/outcome.js';
import { confusedClasses } from '../../dist/plan/metrics.js';
import { trainAsMember } from '../../dist/train/train.js';

const DEADLINE_MS = 20_000;

parentPort.on('message', ({ module, job, own, control, member, size }) => {
  const barrier = new Barrier(job.memory, control);
  const points = [];
  const classes = confusedClasses(job.variant.training.loss, job.shape);
  const outcome = new Outcome(new WebAssembly.Memory({ initial: 1 }), 0, classes);
  const hooks = {
    record: (_point, _epoch, values) => points.push([...values]),
    poll: () => true,
    ...(member === 0 && { outcome }),
  };
  const seat = { member, size, barrier: () => barrier.wait(size, DEADLINE_MS) };
  const kernels = createWasmKernels(module, job.memory);
  const end = trainAsMember({ ...job, kernels }, hooks, seat, own);
  const { kept, trained } = outcome;
  const confusion = outcome.matrix();
  const final = [...outcome.values];
  parentPort.postMessage({ end, points, final, epochs: { kept, trained }, confusion });
});
