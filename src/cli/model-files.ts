import { join } from 'node:path';
import { printable } from '../config/text.js';
import type { SweepOutcome } from '../events.js';
import { encodeModel } from '../model/encode.js';
import { fileStems } from '../report/file-stems.js';
import { counted, listed, runName } from '../results/wording.js';

/**
 * The files of trained networks in a run's folder: `models/4-2-1-seed42.safetensors`. One that diverged
 * has none: nothing can be done with it.
 */
export function modelFiles(models: SweepOutcome['models']): Map<string, () => Uint8Array> {
  const stems = fileStems([...new Set(models.map(({ variant }) => variant))]);
  const saved = models.filter(({ status }) => status === 'done');
  return new Map(
    saved.map(({ variant, seed, fold, read }) => {
      const place = `seed${seed}${fold === undefined ? '' : `-fold${fold}`}`;
      return [`models/${stems.get(variant)}-${place}.safetensors`, () => encodeModel(read())];
    }),
  );
}

/** What was saved, and what was not and why. */
export function modelsLine(
  { models }: Pick<SweepOutcome, 'models'>,
  folder: string,
  quiet: boolean,
): string {
  const diverged = models.filter(({ status }) => status === 'diverged');
  const saved = counted(models.length - diverged.length, 'model');
  const lines = quiet ? [] : [`${saved} in ${printable(join(folder, 'models'))}`];
  if (diverged.length > 0) {
    const names = listed(diverged.map(runName));
    lines.push(`${counted(diverged.length, 'network')} not saved: diverged (${printable(names)})`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
