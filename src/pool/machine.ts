import { cpus, totalmem } from 'node:os';
import { basename } from 'node:path';
import type { Backend } from '../kernels/contract.js';
import { type KernelBinary, kernelsUrl } from '../kernels/node.js';
import { sha256Hex } from '../results/hash.js';
import type { Manifest } from '../results/manifest.js';
import { VERSION } from '../version.js';

/** What runs here: for the record only. */
export function describeMachine(): Pick<Manifest, 'versions' | 'cpu'> {
  return {
    versions: { lanewise: VERSION, node: process.versions.node, v8: process.versions.v8 },
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
  };
}

/** Which kernels ran. */
export function describeBinary(
  backend: Backend,
  binary?: Pick<KernelBinary, 'bytes'>,
): Manifest['binary'] {
  if (!binary) return { backend };
  return { backend, file: basename(kernelsUrl.pathname), sha256: sha256Hex(binary.bytes) };
}

/** Bytes of memory that this process may have: of the machine, or of its container. */
export function availableMemory(): number {
  const constrained = process.constrainedMemory?.() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
