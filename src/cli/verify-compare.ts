import { isPlainMap } from '../config/merge.js';
import { printable } from '../config/text.js';
import type { Results } from '../results/schema.js';
import { type Difference, differences } from './differences.js';

/**
 * The first difference between a recorded run and the same trained again, whose texts differ. Runs
 * that were not finished when they were recorded cannot be compared; they are counted.
 */
export function compare(
  text: string,
  recorded: unknown,
  results: Results,
  again: string,
): { difference: Difference | undefined; unfinished: number } {
  const open = openRuns(recorded);
  if (open.size > 0) {
    const [theirs, ours] = [finished(recorded, open), finished(results, open)];
    return { difference: differences(theirs, ours, { intoLists: true })[0], unfinished: open.size };
  }
  const difference = differences(recorded, results, { intoLists: true })[0];
  return { difference: difference ?? differentLine(text, again), unfinished: 0 };
}

/** Indices of recorded runs that say themselves that they are not finished. */
function openRuns(recorded: unknown): Set<number> {
  const runs = isPlainMap(recorded) && Array.isArray(recorded.runs) ? recorded.runs : [];
  const isOpen = (run: unknown) =>
    isPlainMap(run) && (run.status === 'interrupted' || run.status === 'failed');
  return new Set(runs.flatMap((run, i) => (isOpen(run) ? [i] : [])));
}

/** Without the open runs and all that is computed from several runs. */
function finished(results: unknown, open: ReadonlySet<number>): unknown {
  const { aggregate, observations, runs, ...rest } = results as Results;
  return { ...rest, runs: runs.map((run, i) => (open.has(i) ? null : run)) };
}

/** The same values, written in another way. */
function differentLine(text: string, again: string): Difference {
  const [theirs, ours] = [text.split('\n'), again.split('\n')];
  const i = theirs.findIndex((line, at) => line !== ours[at]);
  const at = i < 0 ? theirs.length : i;
  const shown = (line: string | undefined) =>
    line === undefined ? 'nothing' : `"${printable(line).slice(0, 60)}"`;
  return { path: `line ${at + 1}`, theirs: shown(theirs[at]), ours: shown(ours[at]) };
}
