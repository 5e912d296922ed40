/** Prints the digests of this Node on the backend that its argument names, as one line of JSON. */
import { loadKernels } from '../../src/kernels/node.js';
import { digestAlone } from './alone.js';

const backend = process.argv[2] === 'js' ? 'js' : 'wasm';
const kernels = await loadKernels({ backend });
process.stdout.write(`${JSON.stringify(await digestAlone(kernels))}\n`);
