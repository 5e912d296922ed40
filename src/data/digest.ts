import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../results/hash.js';
import { type Dataset, type Rows, rowOf } from './dataset.js';

/** Rows that are picked out are hashed so many floats at a time: 256 KiB. */
const CHUNK = 65536;

/** A SHA-256 that takes its bytes piece by piece. */
export interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/**
 * SHA-256 of the inputs and the targets of the training rows, the validation rows and the test
 * rows: float32, in a row.
 *
 * @param hash of its own, where the host has one that is faster.
 */
export function digestRows(
  { inputs, outputs, train, validation, test }: Digested,
  hash: Hash = sha256.create(),
): string {
  for (const set of [train, validation, test]) {
    update(hash, set, set.x, inputs);
    update(hash, set, set.y, outputs);
  }
  return hex(hash.digest());
}

type Digested = Pick<Dataset, 'inputs' | 'outputs' | 'train' | 'validation' | 'test'>;

function update(hash: Hash, set: Rows, values: Float32Array, width: number): void {
  if (!set.order) {
    hash.update(bytesOf(values));
    return;
  }
  const chunk = new Float32Array(Math.max(width, CHUNK - (CHUNK % width)));
  let filled = 0;
  for (let j = 0; j < set.rows; j++) {
    const at = rowOf(set, j) * width;
    for (let i = 0; i < width; i++) chunk[filled++] = values[at + i];
    if (filled < chunk.length && j < set.rows - 1) continue;
    hash.update(bytesOf(chunk.subarray(0, filled)));
    filled = 0;
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
