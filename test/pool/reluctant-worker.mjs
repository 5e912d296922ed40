// Fails to start until it has been tried `attempts` times, counted in the shared memory.
import { workerData } from 'node:worker_threads';

const counter = new Int32Array(workerData.memory.buffer, 0, 1);
if (Atomics.add(counter, 0, 1) < workerData.attempts) throw new Error('not yet');
const { default: runTask } = await import('../../dist/pool/worker.js');
export default runTask;
