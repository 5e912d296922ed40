import { mapFiles, readsFiles } from '../config/files.js';
import type { DataConfig, FileInput, SweepConfig } from '../config/types.js';

/** How a file enters results: its name without the folder and `.gz`, and the SHA-256 of its content,
 * decompressed. */
export interface FileIdentity {
  name: string;
  sha256: string;
}

/**
 * The resolved config as it enters results.json and its hash: everything in it, files by name and
 * content (`files`: by the path that the config holds), rows in memory by `arraysSha256`. Keys come
 * sorted, so the bytes do not depend on the order in which a user wrote them.
 */
export function describeConfig(
  config: SweepConfig,
  files: ReadonlyMap<string, FileIdentity> = new Map(),
  arraysSha256?: string,
): Record<string, unknown> {
  const data = describeData(config.data, files, arraysSha256);
  const { initial } = config.networks;
  const networks = { ...config.networks, ...(initial && { initial: identityOf(initial, files) }) };
  return sorted({ ...config, data, networks }) as Record<string, unknown>;
}

/** The data of a config, as describeConfig gives them. */
export function describeData(
  data: DataConfig,
  files: ReadonlyMap<string, FileIdentity>,
  arraysSha256?: string,
): Record<string, unknown> {
  if (readsFiles(data))
    return mapFiles({ ...data }, (file) => identityOf(file as FileInput, files));
  if (data.kind !== 'arrays') return { ...data };
  if (arraysSha256 === undefined) throw new Error('rows in memory need their SHA-256');
  const { train, test, ...settings } = data;
  return { ...settings, sha256: arraysSha256 };
}

function identityOf({ path }: FileInput, files: ReadonlyMap<string, FileIdentity>): FileIdentity {
  const found = files.get(path);
  if (found === undefined) throw new Error(`no SHA-256 was given for the file ${path}`);
  return { name: found.name, sha256: found.sha256 };
}

/** A deep copy with sorted keys and without undefined members. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}
