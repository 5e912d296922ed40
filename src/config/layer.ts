import type { Problem } from './problem.js';

/** Keys and indices from the root of the config: `['networks', 'hidden', 3]`. */
export type Path = readonly (string | number)[];

export type Place = Pick<Problem, 'where' | 'line' | 'column'>;

/** One source of settings: a file, the environment, the flags, or an object given in code. */
export interface ConfigLayer {
  value: unknown;
  /** Whether messages name the key: not where the place already does, as a flag does. */
  showPath: boolean;
  /** Where the user wrote the value at `path`, or its key. Nearest known place if there is none. */
  place(path: Path, part: 'key' | 'value'): Place;
}

/** An object handed over in code: there is no place to point to. */
export function objectLayer(value: unknown): ConfigLayer {
  return { value, showPath: true, place: () => ({}) };
}

/** `networks.hidden[3][0]` */
export function formatPath(path: Path): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}

/**
 * The layer that what stands at `path` of the merged config comes from: the topmost one with the
 * same value there, else the one that holds most of the path. Last is topmost.
 */
export function ownerOf(
  layers: readonly ConfigLayer[],
  path: Path,
  merged: unknown,
): ConfigLayer | undefined {
  const wanted = walk(merged, path).value;
  const ranks = layers.map((layer) => {
    const { value, depth } = walk(layer.value, path);
    return depth === path.length && Object.is(value, wanted) ? path.length + 1 : depth;
  });
  return layers[ranks.lastIndexOf(Math.max(...ranks))];
}

/** Whether the user wrote something at `path`. */
export function holds(layers: readonly ConfigLayer[], path: Path): boolean {
  return layers.some((layer) => walk(layer.value, path).value !== undefined);
}

/** Follows `path` into `value` as far as it goes. */
function walk(value: unknown, path: Path): { value: unknown; depth: number } {
  let at = value;
  for (let depth = 0; depth < path.length; depth++) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, path[depth])) {
      return { value: undefined, depth };
    }
    at = (at as Record<string | number, unknown>)[path[depth]];
  }
  return { value: at, depth: path.length };
}
