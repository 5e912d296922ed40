/** The kernels in plain JS: the same bits without WebAssembly SIMD, and the oracle of its tests. */
import type { Kernels } from '../contract.js';
import { activationKernels } from './activation.js';
import { deviationKernels } from './deviation.js';
import { dotKernels } from './dot.js';
import { elementwiseKernels } from './elementwise.js';
import { fusedKernels } from './fused.js';
import { gatherKernels } from './gather.js';
import { gemmKernels } from './gemm.js';
import { gradientKernels } from './gradient.js';
import { hitKernels } from './hits.js';
import { imageKernels } from './images.js';
import { lossKernels } from './loss.js';
import { optimizerKernels } from './optimizer.js';
import { randomKernels } from './random.js';
import { scalingKernels } from './scaling.js';
import { softmaxKernels } from './softmax.js';
import { viewsOf } from './views.js';

export function createReferenceKernels(memory: WebAssembly.Memory): Kernels {
  const views = viewsOf(memory);
  const plain = {
    ...gatherKernels(views),
    ...imageKernels(views),
    ...gemmKernels(views),
    ...dotKernels(views),
    ...elementwiseKernels(views),
    ...activationKernels(views),
    ...lossKernels(views),
    ...deviationKernels(views),
    ...hitKernels(views),
    ...softmaxKernels(views),
    ...optimizerKernels(views),
    ...scalingKernels(views),
    ...gradientKernels(views),
    ...randomKernels(views),
  };
  return { backend: 'js', ...plain, ...fusedKernels(plain) };
}
