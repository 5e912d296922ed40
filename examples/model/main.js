// A page that asks a model. `lanewise/kernels` is all that it needs; the trainer is not loaded.
//
//   npm install lanewise vite && npx vite build
import { loadKernels, Model } from 'lanewise/kernels';

const field = (id) => document.getElementById(id);

// Bundlers replace exactly this form by the address of the file that they copy.
const address = new URL('circle.safetensors', import.meta.url);

async function load() {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`found no model at ${address} (status ${response.status})`);
  return Model.load(await loadKernels(), await response.arrayBuffer(), 'circle.safetensors');
}

function ask(model) {
  const point = [field('east').valueAsNumber, field('north').valueAsNumber];
  const [share] = model.probabilities(point);
  const [found] = model.classify(point);
  return `${model.classNames[found]} (inside: ${share.toFixed(2)})`;
}

try {
  const model = await load();
  const show = () => {
    try {
      field('result').textContent = ask(model);
    } catch (error) {
      // A field that is empty is not a number, and the model says so.
      field('result').textContent = error.message;
    }
  };
  for (const id of ['east', 'north']) field(id).addEventListener('input', show);
  show();
} catch (error) {
  field('result').textContent = `failed: ${error.message}`;
}
