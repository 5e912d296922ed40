// Asks a model that was trained elsewhere, and exports it.
//
//   npm install lanewise && node index.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { loadKernels, Model, toJson, toOnnx } from 'lanewise/kernels';

const file = new URL('circle.safetensors', import.meta.url);
const model = Model.load(await loadKernels(), await readFile(file), 'circle.safetensors');

// Points as they are, in metres: the model knows how they were scaled.
const points = [
  [700, 700],
  [1400, 0],
  [700, 1100],
];
const found = model.classify(points);
const probabilities = model.probabilities(points);
points.forEach(([east, north], j) => {
  const share = probabilities[j][0].toFixed(2);
  console.log(`${east}, ${north}: ${model.classNames[found[j]]} (inside: ${share})`);
});

// For other programs, into the folder where this one runs.
const record = model.toRecord();
await writeFile('circle.onnx', toOnnx(record));
await writeFile('circle.json', toJson(record));

// Done with it: its memory is let go.
model.dispose();
