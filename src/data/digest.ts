import { sha256Hex } from '../results/hash.js';
import type { Rows } from './dataset.js';

/** SHA-256 of training inputs, training targets, test inputs, test targets: float32, in a row. */
export function digestRows({ train, test }: { train: Rows; test: Rows }): string {
  const parts = [train.x, train.y, test.x, test.y];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return sha256Hex(bytes);
}
