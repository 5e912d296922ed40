import { trainNetwork } from '../../src/embed/train-network.js';
import type { KernelLibrary } from '../../src/kernels/load.js';
import { type Digests, digestOf, type Outcome } from './digest.js';
import { digestMatrix } from './matrix.js';

/** The digest of every network of the matrix, trained alone in this thread. */
export async function digestAlone(kernels: KernelLibrary): Promise<Digests> {
  const outcomes: Outcome[] = [];
  for (const { hidden, networks, ...rest } of digestMatrix()) {
    for (const widths of hidden) {
      const network = { ...networks, hidden: widths };
      outcomes.push(await trainNetwork({ kernels, network, ...rest }));
    }
  }
  return digestOf(outcomes);
}
