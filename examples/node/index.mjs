// Trains a network in Node, then asks it with the kernels themselves.
//
//   npm install lanewise && node index.mjs
import { loadKernels } from 'lanewise/kernels';
import { trainNetwork } from 'lanewise/train';

// Without options the memory starts with 1 MiB and may grow to 1 GiB. These kernels are to stay
// below 4 MiB: an allocation beyond that throws a RangeError.
const kernels = await loadKernels({ bytes: 1 << 16, maximumBytes: 1 << 22 });

// What to learn: the product of two numbers, on a grid.
const steps = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
const x = steps.flatMap((a) => steps.map((b) => [a, b]));
const y = x.map(([a, b]) => [a * b]);

const { status, history, weights, biases } = await trainNetwork({
  kernels,
  network: { hidden: [16] },
  data: { train: { x, y } },
  training: { epochs: 200, batchSize: 27, shuffle: true },
  evaluate: { every: 50 },
  seed: 7,
  // The training has a memory of its own, which is gone when it ends. This is its limit.
  maximumBytes: 1 << 20,
  onEpoch: ({ epoch, train }) => console.log(`epoch ${epoch}: loss ${train}`),
});
console.log(`${status}, loss ${history.at(-1).train}`);

// The network as the kernels see it. Samples are columns: two inputs by three samples.
const { arena } = kernels;
const inputs = arena.matrix(2, 3).write([0.5, -0.5, 0.9, 0.5, 0.5, -0.9]);
const hidden = layer('gemm_nn_bias_relu', 0, inputs);
const output = layer('gemm_nn_bias', 1, hidden);
console.log('0.25 -0.25 -0.81 ≈', ...[...output.read()].map((value) => value.toFixed(2)));

console.log(`${arena.used} of ${arena.limit} bytes used`);
// Everything at once is how an arena frees: `output.data` would throw from here on.
arena.reset();
// Done with the kernels: memory and instance are let go.
kernels.dispose();

/** out = activation(W·in + b), one column a sample. */
function layer(kernel, index, input) {
  const [units, fanIn, samples] = [weights[index].length, input.rows, input.columns];
  const w = arena.matrix(units, fanIn).write(weights[index].flatMap((row) => [...row]));
  const bias = arena.vector(units).write(biases[index]);
  const out = arena.matrix(units, samples);
  const scratch = arena.scratch(units, samples, fanIn);
  kernels[kernel](
    ...[out.at, out.ld, w.at, w.ld, input.at, input.ld],
    ...[units, samples, fanIn, scratch, bias.at],
  );
  return out;
}
