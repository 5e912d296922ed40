import type { Stream } from './stream.js';

/** Fisher-Yates from the top, in place; swap i takes `uniform(i)`. */
export function permute(items: Uint32Array, stream: Stream): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(stream.uniform(i) * (i + 1));
    const item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}
