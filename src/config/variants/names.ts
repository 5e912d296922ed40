import { FILE_KEYS } from '../files.js';
import { keyPaths, type ShapeSchema, unwrapped } from '../shape.js';
import { didYouMean } from '../suggest.js';
import { alternatives, quote } from '../text.js';

/** Axes that reshape networks, in the order in which they are applied. */
export const SHAPE_AXES = ['networks.depth', 'networks.width', 'networks.params'] as const;

/** Keys that say what the data is, not how it is used. */
const NO_AXES = new Set([
  'networks.hidden',
  'networks.initial',
  ...['kind', 'target', 'ignore', 'header', 'skipLines', 'image', 'vary', 'folds'].map(inData),
  ...Object.values(FILE_KEYS).flatMap((keys) => Object.values(keys).map(inData)),
]);

function inData(key: string): string {
  return `data.${key}`;
}

/** The hyper-parameters of a config, by path and by shorter names. */
export interface AxisNames {
  /** The path that a user's name means; else what is wrong with it. */
  find(name: string): { path: string } | { problem: string };
  /** The shortest end of a path that means it: `learningRate`. */
  short(path: string): string;
  isWhole(path: string): boolean;
}

/**
 * @param schema of a config.
 * @param kind of its data: only keys of that kind are hyper-parameters.
 */
export function axisNames(schema: ShapeSchema, kind: unknown): AxisNames {
  const paths = [...SHAPE_AXES, ...pathsOf(schema, kind)].filter(
    (path) => !NO_AXES.has(path) && !path.endsWith('.name'),
  );
  const meant = (name: string): string[] => {
    const plain = camelCase(name);
    const ends = paths.filter((path) => path === plain || path.endsWith(`.${plain}`));
    const least = Math.min(...ends.map(depth));
    return ends.filter((path) => depth(path) === least);
  };
  const short = (path: string): string => {
    const parts = path.split('.');
    for (let from = parts.length - 1; from > 0; from--) {
      const end = parts.slice(from).join('.');
      if (meant(end).join() === path) return end;
    }
    return path;
  };
  return {
    short,
    find(name) {
      const found = meant(name);
      if (found.length === 1) return { path: found[0] };
      if (found.length > 1) {
        return { problem: `found ${quote(name)}, expected ${alternatives(found)}` };
      }
      if (name === 'seed' || name === 'seeds') {
        return { problem: `found ${quote(name)}, expected it at the top: seeds: 10` };
      }
      if ([name, `networks.${name}`, inData(name)].some((path) => NO_AXES.has(path))) {
        return { problem: `found ${quote(name)}, which is the same in all variants` };
      }
      const hint = didYouMean(name, paths.map(short));
      const expected = 'a hyper-parameter such as learningRate, batchSize or width';
      return { problem: `found unknown ${quote(name)}, expected ${expected}${hint}` };
    },
    isWhole: (path) =>
      (SHAPE_AXES as readonly string[]).includes(path) || isInteger(schemaAt(schema, path)),
  };
}

function depth(path: string): number {
  return path.split('.').length;
}

/** `batch-size` is `batchSize`. */
function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pathsOf({ entries = {} }: ShapeSchema, kind: unknown): string[] {
  const { networks, training, data } = entries;
  const own = data.options?.find((option) => option.entries?.kind.literal === kind);
  return [
    ...keyPaths(networks, 'networks.'),
    ...keyPaths(training, 'training.'),
    ...(own ? keyPaths(own, 'data.') : []),
  ];
}

/** The schema of a key; of several options, the first that has it. */
function schemaAt(schema: ShapeSchema | undefined, path: string): ShapeSchema | undefined {
  return path.split('.').reduce<ShapeSchema | undefined>((at, key) => {
    const options = at?.entries ? [at] : (at?.options ?? []);
    const owner = options.find(({ entries }) => entries && Object.hasOwn(entries, key));
    return owner?.entries && unwrapped(owner.entries[key]);
  }, schema);
}

function isInteger(schema: ShapeSchema | undefined): boolean {
  const pipes = [schema, ...(schema?.pipe ?? []).flatMap(optionsOf)].map(
    (each) => each?.pipe ?? [],
  );
  return pipes.flat().some(({ type }) => type === 'integer');
}

/** Of a number or a word, what each may be. */
function optionsOf(part: object): readonly ShapeSchema[] {
  return (part as ShapeSchema).options ?? [];
}
