import { type LossName, nameOf, type SweepConfig } from '../config/types.js';
import { foldsIn } from '../results/measured.js';
import type { Results, RunRecord } from '../results/schema.js';
import { counted, listed, runName } from '../results/wording.js';

const LOSS_WORDS: Record<LossName, string> = {
  mse: 'MSE',
  'half-sse': 'half sum of squares',
  l1: 'mean absolute error',
  huber: 'Huber loss',
  'smooth-l1': 'smooth L1',
  'softmax-cross-entropy': 'cross-entropy',
  'binary-cross-entropy': 'binary cross-entropy',
  'kl-divergence': 'KL divergence',
};

/** What the losses of these results measure. */
export function lossWord({ config }: Results): string {
  return LOSS_WORDS[nameOf((config as unknown as SweepConfig).training.loss)];
}

/** `10 seeds`, `seed 42` when there is one, `10 seeds of 5 folds`. */
export function seedWords(results: Results): string {
  const seeds = new Set(results.runs.map((run) => run.seed));
  const words = seeds.size === 1 ? `seed ${[...seeds][0]}` : counted(seeds.size, 'seed');
  const folds = foldsIn(results);
  if (folds === 0) return words;
  return seeds.size === 1 ? `${counted(folds, 'fold')} of ${words}` : `${words} of ${folds} folds`;
}

/** Whether networks are trained more than once, by several seeds or on several folds. */
export function isRepeated({ runs }: Results): boolean {
  return new Set(runs.map(({ seed, fold }) => `${seed} ${fold}`)).size > 1;
}

/** `2 of 10 diverged, 1 failed`; empty when all runs finished. */
export function unfinishedWords(unfinished: readonly RunRecord[], runs: number): string {
  const counts = new Map<string, number>();
  for (const { status } of unfinished) counts.set(status, (counts.get(status) ?? 0) + 1);
  const [first, ...others] = Array.from(counts, ([status, count]) => [count, status] as const);
  if (first === undefined) return '';
  const head = `${first[0]} of ${runs} ${first[1]}`;
  return [head, ...others.map(([count, status]) => `${count} ${status}`)].join(', ');
}

/** The note on what a logarithmic axis cannot show; nothing when it shows all. */
export function droppedNotes(dropped: number): string[] {
  if (dropped === 0) return [];
  const verb = dropped === 1 ? 'is' : 'are';
  return [`${counted(dropped, 'value')} of zero or less ${verb} not on the logarithmic axis.`];
}

/** The note on values below what an axis shows; nothing when it shows all. */
export function hiddenNotes(hidden: number, name: string, least: number): string[] {
  if (hidden === 0) return [];
  const low = String(least).replace('-', '−');
  return [`${counted(hidden, 'value')} of ${name} below ${low} not shown.`];
}

/** The note on runs that no median holds; nothing when all finished. */
export function unfinishedNotes(results: Results): string[] {
  const unfinished = results.runs.filter((run) => run.status !== 'done');
  if (unfinished.length === 0) return [];
  const names = unfinished.map(runName);
  const words = unfinishedWords(unfinished, results.runs.length);
  return [`Not in medians and bands: ${words} (${listed(names)}).`];
}

/** The note on lines that end before the last epoch; nothing where all go on. */
export function stoppedNotes({ runs }: Results): string[] {
  const longest = Math.max(0, ...runs.map(({ stopped }) => stopped?.epoch ?? 0));
  const early = runs.filter(({ stopped }) => stopped !== undefined && stopped.epoch < longest);
  if (early.length === 0) return [];
  return [
    'Runs stop early: a line is the median of those still training, and ends where they are few.',
  ];
}
