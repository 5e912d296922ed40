import { readsFiles } from '../config/files.js';
import type { DataConfig, LossConfig } from '../config/types.js';
import { openArrays } from './arrays.js';
import type { Seeds } from './entries.js';
import { openGenerated } from './generated.js';
import type { Reading, Source } from './source.js';

/**
 * Reads what has to be read.
 *
 * @param loss decides what targets are: numbers, class labels, or columns of 0 and 1.
 * @param reading of files: room for rows where they are trained on, and who is told of progress.
 * @throws {InputError} (exit code 3) for files and rows that lie.
 */
export async function openSource(
  data: DataConfig,
  loss: LossConfig,
  seeds: Seeds,
  reading: Reading = {},
): Promise<Source> {
  if (data.kind === 'arrays') return openArrays(data, loss, seeds);
  if (!readsFiles(data)) return openGenerated(data, loss, seeds);
  const { openFiles } = await import('./file-source.js');
  return openFiles(data, loss, seeds, reading);
}
