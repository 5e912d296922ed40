import type { Problem } from '../config/problem.js';
import { describeValue } from '../config/text.js';
import type { SweepConfig } from '../config/types.js';
import type { RateTrial } from '../rate-range.js';
import { HIGHEST_RATE, LOWEST_RATE, type RateRange, rateRanges } from '../results/rate-range.js';
import { figure, grouped } from '../results/wording.js';
import { EXIT } from './exit-codes.js';
import { number } from './flags/flag.js';
import { Interrupts } from './interrupts.js';
import { type Invocation, readSettings } from './settings.js';
import { write } from './terminal.js';
import { train } from './train.js';

/**
 * `lanewise lr-range`: which learning rates work for a config. Writes no file.
 *
 * @throws {InputError} for bad input.
 */
export async function lrRangeCommand(
  invocation: Invocation,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = invocation;
  const trial = readTrial(values, invocation.problems);
  const { config, execution } = await readSettings(invocation, env);
  const { rateSweep } = await import('../rate-range.js');
  const tried = rateSweep(config, {
    ...trial,
    // Only where the command line says so: those of a config are for training, not for trying.
    ...(values.epochs !== undefined && { epochs: config.training.epochs }),
    ...(values.seeds !== undefined && { seeds: config.seeds }),
  });
  const interrupts = new Interrupts();
  try {
    const { results, stopped } = await train(tried, { execution, interrupts, env, keep: 'none' });
    const ranges = rateRanges(results);
    const asJson = execution.json === '-';
    write(process.stdout, asJson ? `${JSON.stringify(ranges, null, 2)}\n` : told(ranges, tried));
    if (interrupts.code !== undefined) return interrupts.code;
    return stopped === 'time-limit' ? EXIT.timeLimit : EXIT.done;
  } finally {
    interrupts.release();
  }
}

/** What the flags of this command say; problems are told together with those of the others. */
function readTrial(values: Record<string, unknown>, problems: Problem[]): RateTrial {
  const trial: RateTrial = {};
  for (const key of ['from', 'to', 'points'] as const) {
    if (values[key] === undefined) continue;
    const read = number(String(values[key]));
    const isCount = key === 'points';
    const isGood = isCount
      ? Number.isInteger(read) && Number(read) >= 2 && Number(read) <= 1000
      : typeof read === 'number' && read > 0;
    if (isGood) trial[key] = Number(read);
    const expected = isCount ? 'a whole number from 2 to 1,000' : 'a number greater than 0';
    const message = `found ${describeValue(read)}, expected ${expected}`;
    if (!isGood) problems.push({ where: `--${key}`, message });
  }
  const { from = LOWEST_RATE, to = HIGHEST_RATE } = trial;
  if (!(from < to)) {
    problems.push({ where: '--from', message: `found ${from} to ${to}, expected from below to` });
  }
  if (values.json !== undefined && values.json !== '-') {
    problems.push({ where: '--json', message: 'found a file, expected none: it goes to stdout' });
  }
  return trial;
}

function told(ranges: readonly RateRange[], { training, seeds }: SweepConfig): string {
  const rows = ranges.map(({ network, params, initial, points, usable, best }) => {
    const least = points.find(({ learningRate }) => learningRate === best)?.loss;
    const range = usable ? `${figure(usable.from)} to ${figure(usable.to)}` : 'none';
    return [network, grouped(params), figure(initial), figure(least), figure(best), range];
  });
  const head = ['network', 'params', 'loss before', 'lowest after', 'at rate', 'rates that work'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const lines = [head, ...rows].map((row) =>
    row.map((cell, i) => (i === 0 || i === 5 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))),
  );
  const { name } = training.optimizer;
  return [
    ...lines.map((cells) => cells.join('  ').trimEnd()),
    '',
    `Median training loss after ${training.epochs} epochs with ${name} on ${seeds} seeds. Rates that`,
    'work: without a gap around the best, no run diverges, and the loss falls by half or more of',
    'what the best rate takes off.',
    '',
  ].join('\n');
}
