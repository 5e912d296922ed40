// The real worker, but for trials whose number stands in `faults`: there it fails as they begin.
import { workerData } from 'node:worker_threads';
import { Control } from '../../dist/memory/control.js';

const FAULTS = {
  throw() {
    throw new Error('a worker threw');
  },
  exit: () => process.exit(7),
  memory() {
    const hoard = [];
    for (;;) hoard.push(new Array(100_000).fill(hoard.length));
  },
  hang() {
    for (;;);
  },
};

const { start } = Control.prototype;
Control.prototype.start = function (trial, ...rest) {
  start.call(this, trial, ...rest);
  FAULTS[workerData.faults[trial]]?.();
};

export { default } from '../../dist/pool/worker.js';
