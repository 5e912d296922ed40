// Trains in the page itself. `lanewise/inline` carries the kernels inside the script, for bundlers
// that do not copy the files that code refers to; esbuild is one.
//
//   npm install lanewise esbuild
//   npx esbuild main.js --bundle --format=esm --outfile=bundle.js
import { loadKernels } from 'lanewise/inline';
import { trainNetwork } from 'lanewise/train';

const show = (id, text) => {
  document.getElementById(id).textContent = text;
};

const steps = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
const x = steps.flatMap((a) => steps.map((b) => [a, b]));
const y = x.map(([a, b]) => [a * b]);

const kernels = await loadKernels();
try {
  // The page gets its turn between epochs, at least every 12 ms where an epoch is that short.
  const { status, history } = await trainNetwork({
    kernels,
    network: { hidden: [16] },
    data: { train: { x, y } },
    training: { epochs: 200, batchSize: 27, shuffle: true },
    evaluate: { every: 50 },
    seed: 7,
    // The memory of the training, which is gone when it ends.
    maximumBytes: 1 << 20,
    onEpoch: ({ train }) => show('loss', train),
  });
  show('result', `${status}, loss ${history.at(-1).train}`);
} catch (error) {
  show('result', `failed: ${error.message}`);
} finally {
  kernels.dispose();
}
