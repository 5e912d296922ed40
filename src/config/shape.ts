import type { Finding } from './finding.js';
import type { Path } from './layer.js';
import { isPlainMap, type PlainMap, RESERVED_KEYS } from './merge.js';
import { didYouMean } from './suggest.js';
import { alternatives, describeValue, quote } from './text.js';

/** The part of a valibot schema that this file reads. */
export interface ShapeSchema {
  type: string;
  message?: unknown;
  entries?: Record<string, ShapeSchema>;
  key?: string;
  options?: readonly ShapeSchema[];
  literal?: unknown;
  pipe?: readonly { type: string }[];
  /** What an optional schema wraps. */
  wrapped?: ShapeSchema;
}

/** Keys that look like settings but say how to execute, with the flag that sets them. */
const EXECUTION_FLAGS: Record<string, string> = {
  threads: '--threads',
  backend: '--backend',
  out: '--out',
  output: '--out',
  force: '--force',
  quiet: '--quiet',
  json: '--json',
  dryRun: '--dry-run',
  timeLimit: '--time-limit',
  saveModels: '--save-models',
};

/** All keys that `schema` does not know and all sections that are not maps, at any depth. */
export function shapeFindings(schema: ShapeSchema, value: unknown): Finding[] {
  return walk({ schema, path: [], root: schema }, value);
}

interface Section {
  schema: ShapeSchema;
  path: Path;
  root: ShapeSchema;
}

/** What an optional schema describes where it is there. */
export function unwrapped(schema: ShapeSchema): ShapeSchema {
  return schema.wrapped ?? schema;
}

function walk(section: Section, value: unknown): Finding[] {
  const { path } = section;
  const schema = unwrapped(section.schema);
  if (schema.type === 'union' && isPlainMap(value)) {
    const map = schema.options?.find((option) => option.entries);
    return map ? walk({ ...section, schema: map }, value) : [];
  }
  if (!schema.entries && schema.type !== 'variant') return [];
  if (!isPlainMap(value)) {
    const message = `found ${describeValue(value)}, expected ${schema.message}`;
    return [{ path, part: 'value', message }];
  }
  const chosen = schema.type === 'variant' ? chosenOption(schema, value) : schema;
  // Of a variant whose kind is unknown only keys can be judged that no option knows.
  const entries: Record<string, ShapeSchema> = chosen?.entries ?? allEntries(schema);
  return Object.keys(value).flatMap((key): Finding[] => {
    const at = [...path, key];
    if (Object.hasOwn(entries, key))
      return walk({ ...section, schema: entries[key], path: at }, value[key]);
    const foreign = foreignKey(schema, value, path, key);
    if (foreign) return [{ path: at, part: 'key', message: foreign, depends: true }];
    return [{ path: at, part: 'key', message: unknownKey(section, entries, key) }];
  });
}

/** Keys that are never allowed, in any layer: merging has left them out. */
export function reservedFindings(value: unknown, path: Path = []): Finding[] {
  if (!isPlainMap(value) || path.length > 8) return [];
  return Object.keys(value).flatMap((key): Finding[] => {
    const at = [...path, key];
    if (!RESERVED_KEYS.includes(key)) return reservedFindings(value[key], at);
    return [{ path: at, part: 'key', message: `found key ${quote(key)}, which is not allowed` }];
  });
}

function chosenOption(schema: ShapeSchema, value: PlainMap): ShapeSchema | undefined {
  const wanted = value[schema.key!];
  return schema.options?.find((option) => option.entries?.[schema.key!].literal === wanted);
}

/** Of a map its entries, of a variant those of all options. */
function allEntries({ entries, options = [] }: ShapeSchema): Record<string, ShapeSchema> {
  return entries ?? Object.assign({}, ...options.map((option) => option.entries));
}

/** A key of another option of the variant: `found momentum with optimizer adam, …`. */
function foreignKey(schema: ShapeSchema, value: PlainMap, path: Path, key: string) {
  const owners = (schema.options ?? [])
    .filter((option) => Object.hasOwn(option.entries ?? {}, key))
    .map((option) => String(option.entries?.[schema.key!].literal));
  if (owners.length === 0) return undefined;
  const section = path[path.length - 1];
  const current = `${section} ${value[schema.key!]}`;
  return `found ${key} with ${current}, expected it only with ${section} ${alternatives(owners)}`;
}

function unknownKey({ root }: Section, entries: object, key: string): string {
  if (Object.hasOwn(EXECUTION_FLAGS, key)) {
    return `found ${quote(key)}, which is an execution setting: use ${EXECUTION_FLAGS[key]}`;
  }
  const names = Object.keys(entries);
  const hint = didYouMean(key, names) || didYouMean(key, keyPaths(root));
  return `found unknown key ${quote(key)}, expected ${alternatives(names)}${hint}`;
}

/** Every key that belongs into a section: `training.epochs`. */
export function keyPaths(schema: ShapeSchema, path = ''): string[] {
  return Object.entries(allEntries(schema)).flatMap(([key, each]) => {
    const entry = unwrapped(each);
    const inner = entry.entries || entry.options ? keyPaths(entry, `${path}${key}.`) : [];
    return path === '' ? inner : [`${path}${key}`, ...inner];
  });
}
