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
  const paths = modelPaths(models);
  const saved = models.filter(({ status }) => status === 'done');
  return new Map(saved.map((model) => [paths.get(model)!, () => encodeModel(model.read())]));
}

/** What the file of each trained network is called. */
export function modelPaths<
  Run extends { variant: string; seed: number; fold?: number; status: string },
>(runs: readonly Run[]): Map<Run, string> {
  const stems = fileStems([...new Set(runs.map(({ variant }) => variant))]);
  const saved = runs.filter(({ status }) => status === 'done');
  return new Map(
    saved.map((run) => {
      const place = `seed${run.seed}${run.fold === undefined ? '' : `-fold${run.fold}`}`;
      return [run, `models/${stems.get(run.variant)}-${place}.safetensors`];
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
