// One product on two threads of Node: a worker joins the memory and computes the lower half.
//
//   npm install lanewise && node index.mjs
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { loadKernels } from 'lanewise/kernels';

const [m, n, k] = [64, 48, 32];

// `shared: true` says that it has to be: where memory cannot be shared, this throws.
const kernels = await loadKernels({ shared: true, maximumBytes: 1 << 24 });
const { arena, memory, module } = kernels;

const a = arena.matrix(m, k).write(Float32Array.from({ length: m * k }, (_, i) => (i % 7) - 3));
const b = arena.matrix(k, n).write(Float32Array.from({ length: k * n }, (_, i) => (i % 5) - 2));
const c = arena.matrix(m, n);

// An offset and a size are all that a kernel needs, so that they are all that is sent. The worker
// gets scratch of its own: nothing that is written may be in two hands.
const half = m / 2;
const task = {
  c: { at: c.at + 4 * half * c.ld, ld: c.ld },
  a: { at: a.at + 4 * half * a.ld, ld: a.ld },
  b: { at: b.at, ld: b.ld },
  sizes: [m - half, n, k],
  scratch: arena.scratch(m - half, n, k),
};
const worker = new Worker(new URL('worker.mjs', import.meta.url), {
  workerData: { memory, module },
});
worker.postMessage(task);

const scratch = arena.scratch(half, n, k);
kernels.gemm_nn(c.at, c.ld, a.at, a.ld, b.at, b.ld, half, n, k, scratch);
await once(worker, 'message');

let sum = 0;
for (const value of c.read()) sum += value;
console.log(`sum of the product: ${sum}`);

// The memory is freed when the last thread has let go of it.
await worker.terminate();
kernels.dispose();
