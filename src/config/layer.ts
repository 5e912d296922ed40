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

/** The topmost layer that holds `path`, else the one that holds most of it. Last is topmost. */
export function ownerOf(layers: readonly ConfigLayer[], path: Path): ConfigLayer | undefined {
  let owner: ConfigLayer | undefined;
  let most = 0;
  for (const layer of layers.toReversed()) {
    const depth = depthOf(layer.value, path);
    if (depth > most) {
      owner = layer;
      most = depth;
    }
  }
  return owner ?? layers[layers.length - 1];
}

/** Whether the user wrote something at `path`. */
export function holds(layers: readonly ConfigLayer[], path: Path): boolean {
  return layers.some((layer) => depthOf(layer.value, path) === path.length);
}

/** How many parts of `path` exist in `value`. */
function depthOf(value: unknown, path: Path): number {
  let at = value;
  for (let i = 0; i < path.length; i++) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, path[i])) return i;
    at = (at as Record<string | number, unknown>)[path[i]];
  }
  return path.length;
}
