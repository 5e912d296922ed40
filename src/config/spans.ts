import type { ConfigLayer, Path, Place } from './layer.js';

/** Where a value stands in a text, and its parts with it. Offsets in UTF-16 units. */
export interface Span {
  offset: number;
  entries?: Map<string, { keyOffset: number; span: Span }>;
  items?: Span[];
}

/** A parsed file: its value, with every place in it. */
export function spanLayer(value: unknown, root: Span, text: string, where: string): ConfigLayer {
  return {
    value,
    showPath: true,
    place: (path, part) => ({ where, ...lineAndColumn(text, offsetOf(root, path, part)) }),
  };
}

/** From 1. */
export function lineAndColumn(text: string, offset: number): Required<Omit<Place, 'where'>> {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

function offsetOf(root: Span, path: Path, part: 'key' | 'value'): number {
  let at = root;
  for (const [depth, step] of path.entries()) {
    const entry = at.entries?.get(String(step));
    const next = typeof step === 'number' ? at.items?.[step] : entry?.span;
    if (!next) return at.offset;
    if (entry && part === 'key' && depth === path.length - 1) return entry.keyOffset;
    at = next;
  }
  return at.offset;
}
