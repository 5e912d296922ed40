import { isPlainMap } from '../config/merge.js';
import { printable } from '../config/text.js';
import { canonicalJson } from '../results/canonical.js';

export interface Difference {
  /** `training.epochs`, `runs[3].final.train`; empty for the whole. */
  path: string;
  /** JSON; `nothing` where one side has no such key. */
  theirs: string;
  ours: string;
}

/**
 * Where two JSON values differ, in the order of their keys. Lists as a whole, or item by item with
 * `intoLists`.
 */
export function differences(
  theirs: unknown,
  ours: unknown,
  { intoLists = false, path = '' } = {},
): Difference[] {
  if (same(theirs, ours)) return [];
  if (isPlainMap(theirs) && isPlainMap(ours)) {
    const keys = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
    return [...keys].flatMap((key) => {
      const at = path === '' ? key : `${path}.${key}`;
      return differences(own(theirs, key), own(ours, key), { intoLists, path: at });
    });
  }
  if (intoLists && Array.isArray(theirs) && Array.isArray(ours)) {
    const length = Math.max(theirs.length, ours.length);
    for (let i = 0; i < length; i++) {
      const found = differences(theirs[i], ours[i], { intoLists, path: `${path}[${i}]` });
      // A list of thousands tells no more than its first difference does.
      if (found.length > 0) return found;
    }
  }
  return [{ path: printable(path), theirs: shown(theirs), ours: shown(ours) }];
}

function own(map: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = printable(canonicalJson(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
