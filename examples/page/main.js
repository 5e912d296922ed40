// Trains in a web worker, so that the page stays smooth, and asks the network in the page.
//
//   npm install lanewise vite && npx vite build
//
// With the headers `Cross-Origin-Opener-Policy: same-origin` and `Cross-Origin-Embedder-Policy:
// require-corp` the kernels take the binary for shared memory, without them the other one.
import { loadKernels } from 'lanewise/kernels';

const show = (id, text) => {
  document.getElementById(id).textContent = text;
};

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
document.getElementById('stop').onclick = () => worker.postMessage('stop');
worker.onerror = ({ message }) => show('loss', `failed: ${message}`);
worker.onmessage = async ({ data }) => {
  if (data.type === 'epoch') return show('loss', data.train);
  // The memory of a web worker is freed when it is ended.
  worker.terminate();
  const guess = await ask(data.weights, data.biases, [0.5, 0.5]);
  show('result', `${data.status}, loss ${data.train}, 0.5 · 0.5 ≈ ${guess.toFixed(2)}`);
};

/** The output of a network with one hidden layer, computed in this page. */
async function ask(weights, biases, sample) {
  // Enough for one sample; an allocation beyond it throws a RangeError.
  const kernels = await loadKernels({ bytes: 1 << 16, maximumBytes: 1 << 16 });
  const { arena } = kernels;
  let input = arena.matrix(sample.length, 1).write(sample);
  for (const [l, rows] of weights.entries()) {
    const [m, k] = [rows.length, input.rows];
    const w = arena.matrix(m, k).write(rows.flatMap((row) => [...row]));
    const bias = arena.vector(m).write(biases[l]);
    const out = arena.matrix(m, 1);
    const scratch = arena.scratch(m, 1, k);
    const kernel = l < weights.length - 1 ? kernels.gemm_nn_bias_relu : kernels.gemm_nn_bias;
    kernel(out.at, out.ld, w.at, w.ld, input.at, input.ld, m, 1, k, scratch, bias.at);
    input = out;
  }
  const value = input.get(0, 0);
  kernels.dispose();
  return value;
}
