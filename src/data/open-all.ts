import type { DataConfig, LossConfig } from '../config/types.js';
import type { FileIdentity } from '../results/describe.js';
import type { Dataset } from './dataset.js';
import type { Seeds } from './entries.js';
import { openSource } from './open.js';
import type { DatasetEntry, Reading, Source } from './source.js';

/** The sources of all groups of data, one after the other, as one dataset table. */
export interface Sources {
  entries: readonly (DatasetEntry & { group: number })[];
  /** Makes entry i; asked once for each, in order. */
  dataset(index: number): Dataset;
  /** The source of entry i. */
  sourceOf(index: number): Source;
  files: ReadonlyMap<string, FileIdentity>;
  arraysSha256?: string;
}

/**
 * Reads what has to be read, for every group. A file that several groups use is read for each.
 *
 * @throws {InputError} (exit code 3) for files and rows that lie.
 */
export async function openSources(
  groups: readonly { data: DataConfig; loss: LossConfig }[],
  seeds: Seeds,
  reading: Reading = {},
): Promise<Sources> {
  const sources: Source[] = [];
  for (const { data, loss } of groups) sources.push(await openSource(data, loss, seeds, reading));
  const places = sources.flatMap(({ entries }, group) =>
    entries.map((entry, index) => ({ entry: { ...entry, group }, index, group })),
  );
  const { arraysSha256 } = sources[0];
  return {
    entries: places.map(({ entry }) => entry),
    dataset(i) {
      const { group, index } = places[i];
      const dataset = sources[group].dataset(index);
      return group === 0 ? dataset : { ...dataset, id: `${dataset.id}/${group + 1}` };
    },
    sourceOf: (i) => sources[places[i].group],
    files: new Map(sources.flatMap(({ files }) => [...files])),
    ...(arraysSha256 !== undefined && { arraysSha256 }),
  };
}
