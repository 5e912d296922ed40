import type { Path } from './layer.js';
import { isPlainMap } from './plain-map.js';
import type { DataConfig, FileDataConfig } from './types.js';

/** The keys of data that hold paths. */
export interface FileKeys {
  rows: string;
  /** Where the targets have a file of their own. */
  targets?: string;
  testRows: string;
  testTargets?: string;
}

export const FILE_KEYS: Readonly<Record<FileDataConfig['kind'], FileKeys>> = {
  csv: { rows: 'file', testRows: 'testFile' },
  idx: { rows: 'images', targets: 'labels', testRows: 'testImages', testTargets: 'testLabels' },
  npy: { rows: 'x', targets: 'y', testRows: 'testX', testTargets: 'testY' },
  json: { rows: 'file', testRows: 'testFile' },
};

/** Keys of test rows in files of their own. */
export const TEST_FILE_KEYS: readonly string[] = [
  ...new Set(
    Object.values(FILE_KEYS).flatMap(({ testRows, testTargets = testRows }) => [
      testRows,
      testTargets,
    ]),
  ),
];

export function readsFiles(data: DataConfig): data is FileDataConfig {
  return Object.hasOwn(FILE_KEYS, data.kind);
}

/** The keys of `kind` that hold paths; none for a kind that reads no files. */
export function fileKeys(kind: unknown): string[] {
  if (typeof kind !== 'string' || !Object.hasOwn(FILE_KEYS, kind)) return [];
  return Object.values(FILE_KEYS[kind as FileDataConfig['kind']]);
}

/** `data` with every path in it replaced, as far as it is what `data` of its kind may hold. */
export function mapFiles<T extends Record<string, unknown>>(
  data: T,
  replace: (file: unknown, key: string) => unknown,
): T {
  const mapped: Record<string, unknown> = { ...data };
  for (const key of fileKeys(data.kind)) {
    if (mapped[key] !== undefined) mapped[key] = replace(mapped[key], key);
  }
  return mapped as T;
}

/**
 * A config, or a part of one, with every path in it replaced: those of its data, and that of the model
 * to start from.
 */
export function mapConfigFiles<T extends Record<string, unknown>>(
  config: T,
  replace: (file: unknown, path: Path) => unknown,
): T {
  const { data, networks } = config;
  const initial = isPlainMap(networks) ? networks.initial : undefined;
  return {
    ...config,
    ...(isPlainMap(data) && { data: mapFiles(data, (file, key) => replace(file, ['data', key])) }),
    ...(initial !== undefined && {
      networks: { ...(networks as object), initial: replace(initial, ['networks', 'initial']) },
    }),
  };
}
