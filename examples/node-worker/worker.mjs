// Joins the memory of the main thread. Its own arena is empty: the other thread hands out.
import { parentPort, workerData } from 'node:worker_threads';
import { loadKernels } from 'lanewise/kernels';

const { memory, module } = workerData;
const kernels = await loadKernels({ memory, module });

parentPort.on('message', ({ c, a, b, sizes: [m, n, k], scratch }) => {
  kernels.gemm_nn(c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k, scratch);
  parentPort.postMessage('done');
});
