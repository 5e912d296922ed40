/** The digests of this page: `globalThis.result`. It fails where it should share memory and cannot. */
import { loadKernels } from '../../src/kernels/browser.js';
import { digestAlone } from './alone.js';

const shared = new URLSearchParams(location.search).get('memory') === 'shared';
const kernels = await loadKernels();
if (kernels.shared !== shared) throw new Error(`found shared memory: ${kernels.shared}`);
Object.assign(globalThis, { result: await digestAlone(kernels) });
