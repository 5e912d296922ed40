// The web worker: trains, tells the loss now and then, and stops when it is told to.
import { loadKernels } from 'lanewise/kernels';
import { trainNetwork } from 'lanewise/train';

const stop = new AbortController();
self.onmessage = () => stop.abort();

const steps = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
const x = steps.flatMap((a) => steps.map((b) => [a, b]));
const y = x.map(([a, b]) => [a * b]);

// A function, because bundlers write web workers as plain scripts, which cannot await.
async function train() {
  const kernels = await loadKernels();
  const { status, history, weights, biases } = await trainNetwork({
    kernels,
    network: { hidden: [16] },
    data: { train: { x, y } },
    training: { epochs: 200, batchSize: 27, shuffle: true },
    evaluate: { every: 50 },
    seed: 7,
    // The training has a memory of its own; it is refused if it needs more than this.
    maximumBytes: 1 << 20,
    signal: stop.signal,
    onEpoch: ({ epoch, train }) => self.postMessage({ type: 'epoch', epoch, train }),
  });
  kernels.dispose();
  self.postMessage({ type: 'end', status, train: history.at(-1).train, weights, biases });
}

train();
