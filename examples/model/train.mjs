// Trains a network in Node and saves it with all that is needed to use it: circle.safetensors, which
// lies beside this file. It comes out with the same bytes on any machine.
//
//   npm install lanewise && node train.mjs
import { writeFile } from 'node:fs/promises';
import { encodeModel, loadKernels } from 'lanewise/kernels';
import { modelRecord, trainNetwork } from 'lanewise/train';

// What to learn: which points of a map, in metres, lie within 500 m of its middle.
const steps = Array.from({ length: 15 }, (_, i) => 100 * i);
const x = steps.flatMap((east) => steps.map((north) => [east, north]));
const y = x.map(([east, north]) => [Number((east - 700) ** 2 + (north - 700) ** 2 < 500 ** 2)]);

const input = {
  kernels: await loadKernels(),
  network: { hidden: [12], activation: 'tanh' },
  data: { train: { x, y }, scaling: 'standard' },
  training: {
    loss: 'binary-cross-entropy',
    optimizer: { name: 'adam', learningRate: 0.02 },
    epochs: 150,
    batchSize: 15,
    shuffle: true,
  },
  evaluate: { every: 50 },
  seed: 7,
};
const trained = await trainNetwork(input);
console.log(`${trained.status}, accuracy ${trained.final.metrics.accuracy.train.toFixed(3)}`);

const record = modelRecord(input, trained);
// The rows knew 0 and 1 alone.
const answer = { ...record.answer, classNames: ['outside', 'inside'] };
const file = new URL('circle.safetensors', import.meta.url);
await writeFile(file, encodeModel({ ...record, answer }));
