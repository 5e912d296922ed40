import type { SweepConfig } from '../config/types.js';
import type { SweepOptions } from '../events.js';
import { sampleWords } from '../results/sample-words.js';
import { counted, grouped } from '../results/wording.js';
import type { Execution } from './execution.js';
import { EXIT } from './exit-codes.js';
import { binarySize, duration, scaled } from './progress/format.js';
import { write } from './terminal.js';

/**
 * `--dry-run`: tells what would be trained; with `--json` for machines.
 *
 * @param reused whether the folder has the results already.
 */
export async function dryRun(
  config: SweepConfig,
  { threads, backend, json, saveModels }: Execution,
  folder: string,
  configHash: string,
  reused: boolean,
): Promise<number> {
  const { describePlan } = await import('../sweep.js');
  const options: SweepOptions = {
    backend,
    keep: saveModels ? 'all' : 'representative',
    ...(threads !== undefined && { threads }),
  };
  const plan = await describePlan(config, options);
  if (json === '-') {
    write(process.stdout, `${JSON.stringify({ configHash, folder, reused, ...plan }, null, 2)}\n`);
    return EXIT.done;
  }
  const width = Math.max(...plan.variants.map(({ id }) => id.length));
  const { runs, variants, memoryBytes, estimatedFlops, estimatedSeconds } = plan;
  const lines = [
    ...variants.map(({ id, params }) => `${id.padEnd(width)}  ${counted(params, 'parameter')}`),
    '',
    `${counted(variants.length, config.variants ? 'variant' : 'network')} × ${counted(config.seeds, 'seed')} = ${grouped(runs)} runs`,
    sampleWords(plan.samples),
    `${counted(plan.threads, 'thread')}, ${binarySize(memoryBytes)} of memory`,
    ...plan.teams.map(({ variant, seed }) => `all threads together: ${variant}, seed ${seed}`),
    `about ${scaled(estimatedFlops)}FLOP, ${duration(estimatedSeconds * 1000)} of training`,
    reused
      ? `would not be trained, ${folder} has these results; --force trains again`
      : `would be written to ${folder}`,
  ];
  write(process.stdout, `${lines.join('\n')}\n`);
  return EXIT.done;
}
