// The real worker, but for trials whose number stands in `faults`.
import { workerData } from 'node:worker_threads';
import { Control } from '../../dist/memory/control.js';
import runTask from '../../dist/pool/worker.js';

const { memory, plan, layout, faults } = workerData;
const control = new Control(memory, layout.control, plan.trials.length, layout.slabs.length);

const FAULTS = {
  throw() {
    throw new Error('a worker threw');
  },
  reject: () => Promise.reject(new Error('a worker rejected')),
  exit: () => process.exit(7),
  memory() {
    const hoard = [];
    for (;;) hoard.push(new Array(100_000).fill(hoard.length));
  },
  hang() {
    for (;;);
  },
  uncaught: () =>
    new Promise(() => {
      setTimeout(() => {
        throw new Error('nobody caught this');
      });
    }),
};

export default async function faulty({ trials, slab }) {
  const failures = [];
  for (const trial of trials) {
    if (faults[trial]) {
      control.start(trial, 0);
      await FAULTS[faults[trial]]();
    }
    failures.push(...runTask({ trials: [trial], slab }).failures);
  }
  return { failures };
}
