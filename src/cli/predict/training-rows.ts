import { FILE_KEYS, type FileKeys } from '../../config/files.js';
import { isPlainMap } from '../../config/plain-map.js';
import { InputError } from '../../config/problem.js';
import { resolveConfig } from '../../config/resolve.js';
import { printable } from '../../config/text.js';
import type { FileDataConfig, FileInput, LossConfig } from '../../config/types.js';
import { type Rows, rowOf } from '../../data/dataset.js';
import { openFiles } from '../../data/file-source.js';
import { type Measure, originOf } from '../../model/origin.js';
import type { ModelRecord } from '../../model/record.js';
import type { SetName } from '../../plan/metrics.js';
import type { FileIdentity } from '../../results/describe.js';
import type { Reading } from './reading.js';
import type { AskedRows } from './rows.js';

/**
 * The rows of a file that were a model's training, validation or test rows: dealt again, by its seed
 * and fold.
 *
 * @throws {InputError} (2) for a model that was not trained on a part of a file, (3) for another file
 *   than that.
 */
export async function readTrainingRows(
  model: ModelRecord,
  { loss }: Measure,
  { data: path, labels }: Reading,
  set: SetName,
): Promise<AskedRows> {
  const { seed, data } = splitOf(model, loss, path, labels);
  const source = await openFiles(data, loss, { seed, seeds: 1 });
  checkFiles(model, data, source.files);
  const { fold } = model.origin;
  const index = source.entries.findIndex((entry) => entry.fold === fold);
  const dataset = index < 0 ? undefined : source.dataset(index);
  if (!dataset || dataset[set].rows === 0) {
    const message = `found no ${set} rows in the training of the model, expected some`;
    throw new InputError([{ where: '--set', message }]);
  }
  return gather(dataset[set], dataset.inputs, dataset.outputs);
}

/** The data of the training on the files that are given, not scaled: the model does that. */
function splitOf(
  model: ModelRecord,
  loss: LossConfig,
  path: string,
  labels: string | undefined,
): { seed: number; data: FileDataConfig } {
  const { data } = originOf(model);
  const { seed, config } = model.origin;
  const keys = (FILE_KEYS as Record<string, FileKeys>)[String(data.kind)];
  const first = isPlainMap(config) && data.vary === 'none' ? config.seed : seed;
  if (!Object.hasOwn(FILE_KEYS, String(data.kind)) || typeof first !== 'number') {
    const message = 'found a model that was trained on other data than a file, expected no --set';
    throw new InputError([{ where: '--set', message }]);
  }
  if (data[keys.testRows] !== undefined) {
    const message =
      'found a model that was tested on a file of its own, expected that and no --set';
    throw new InputError([{ where: '--set', message }]);
  }
  if (keys.targets !== undefined && labels === undefined) {
    const message = 'found none, expected the file of targets';
    throw new InputError([{ where: '--labels', message }]);
  }
  const files = { [keys.rows]: path, ...(keys.targets && { [keys.targets]: labels }) };
  // A batch of one suits any number of rows.
  const training = { loss, batchSize: 1 };
  const resolved = resolveConfig({ data: { ...data, ...files, scaling: 'none' }, training });
  return { seed: first, data: resolved.data as FileDataConfig };
}

/** Rows of another file would be dealt in another way. */
function checkFiles(
  model: ModelRecord,
  data: FileDataConfig,
  files: ReadonlyMap<string, FileIdentity>,
): void {
  const recorded = originOf(model).data;
  for (const [key, file] of Object.entries(data)) {
    const record = recorded[key];
    const identity = files.get((file as FileInput)?.path);
    if (!identity || !isPlainMap(record) || record.sha256 === identity.sha256) continue;
    const where = printable((file as FileInput).path);
    const found = `found other content (SHA-256 ${identity.sha256})`;
    const expected = `expected the file of the training (SHA-256 ${printable(String(record.sha256))})`;
    throw new InputError([{ where, message: `${found}, ${expected}` }], 3);
  }
}

function gather(set: Rows, inputs: number, outputs: number): AskedRows {
  const x = new Float32Array(set.rows * inputs);
  const y = new Float32Array(set.rows * outputs);
  for (let j = 0; j < set.rows; j++) {
    const row = rowOf(set, j);
    x.set(set.x.subarray(row * inputs, (row + 1) * inputs), j * inputs);
    y.set(set.y.subarray(row * outputs, (row + 1) * outputs), j * outputs);
  }
  return { rows: set.rows, x, y };
}
