import { printable } from './config/text.js';
import type { DataConfig, LossConfig, SweepConfig } from './config/types.js';
import { openSources, type Sources } from './data/open-all.js';
import { readBytes } from './data/read/bytes.js';
import { collect, settledValue } from './data/read/collect.js';
import type { Reading } from './data/source.js';
import { decodeModel } from './model/decode.js';
import type { ModelRecord } from './model/record.js';
import type { FileIdentity } from './results/describe.js';

/** All that a sweep reads. */
export interface Inputs {
  sources: Sources;
  /** The model that all networks start from. */
  initial?: InitialModel;
  /** Files read, by the path in the config. */
  files: ReadonlyMap<string, FileIdentity>;
}

/** A model file, and what it is called in problems. */
export interface InitialModel {
  record: ModelRecord;
  where: string;
}

/**
 * Reads the rows of every group of data, and the model to start from.
 *
 * @throws {InputError} (exit code 3) with the problems of all files.
 */
export async function openInputs(
  { networks: { initial }, ...seeds }: Pick<SweepConfig, 'networks' | 'seed' | 'seeds'>,
  groups: readonly { data: DataConfig; loss: LossConfig }[],
  reading: Reading = {},
): Promise<Inputs> {
  const [rows, model] = await Promise.allSettled([
    openSources(groups, seeds, reading),
    initial && readModel(initial.path),
  ]);
  collect<unknown>([() => settledValue(rows), () => settledValue(model)]);
  const sources = settledValue(rows);
  const read = settledValue(model);
  if (!initial || !read) return { sources, files: sources.files };
  const files = new Map([...sources.files, [initial.path, read.identity]]);
  return { sources, initial: { record: read.record, where: read.where }, files };
}

async function readModel(path: string) {
  const { bytes, identity } = await readBytes(path, 'a model file of lanewise');
  const where = printable(path);
  return { record: decodeModel(bytes, where), where, identity };
}
