import { existsSync } from 'node:fs';
import { InputError, type Problem } from '../config/problem.js';
import { didYouMean } from '../config/suggest.js';
import { alternatives, describeValue, printable } from '../config/text.js';
import { aligned } from '../report/plain.js';
import { counted, listed } from '../results/wording.js';
import { EXIT } from './exit-codes.js';
import { number } from './flags/flag.js';
import { COLUMNS, type Column, type ColumnName, shownColumns, sorted } from './runs/columns.js';
import { RUNS } from './runs/journal.js';
import { type Listed, type Scan, scanRuns } from './runs/scan.js';
import { type Condition, meets, readConditions } from './runs/where.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';

interface Wish {
  sort: ColumnName;
  reverse: boolean;
  where: readonly Condition[];
  limit: number;
}

/**
 * `lanewise runs`: the runs of a folder, sorted and searched. Reads, and writes nothing.
 *
 * @throws {InputError} for flags, or a folder that is not there.
 */
export async function runsCommand({
  values,
  operands,
  problems: unknown,
}: Invocation): Promise<number> {
  const problems = [...unknown];
  if (operands.length > 1) {
    const message = `found ${operands.length} arguments, expected at most one: a folder of runs`;
    problems.push({ where: 'runs', message });
  }
  const wish = readWish(values, problems);
  if (problems.length > 0) throw new InputError(problems);
  const [folder = RUNS] = operands;
  const isNew = operands.length === 0 && !existsSync(folder);
  const scan = isNew ? NOTHING : await scanRuns(folder);
  const candidates = scan.runs.filter(({ isThere }) => isThere || values.all === true);
  const found = candidates.filter(({ record }) => meets(record, wish.where));
  const shown = sorted(found, wish.sort, wish.reverse).slice(0, wish.limit);
  if (values.json === true) {
    for (const { record, path, isThere } of shown) {
      write(process.stdout, `${JSON.stringify({ ...record, path, isThere })}\n`);
    }
  } else write(process.stdout, shown.length > 0 ? table(shown) : noneOf(folder, candidates));
  write(process.stderr, notes(scan, found.length - shown.length, values.all === true));
  return EXIT.done;
}

const NOTHING: Scan = { runs: [], skippedLines: 0, skippedFolders: [] };

function readWish(values: Invocation['values'], problems: Problem[]): Wish {
  const sort = values.sort === undefined ? 'date' : String(values.sort);
  if (!Object.hasOwn(COLUMNS, sort)) {
    const names = Object.keys(COLUMNS);
    const message = `found ${describeValue(sort)}, expected ${alternatives(names)}${didYouMean(sort, names)}`;
    problems.push({ where: '--sort', message });
  }
  const limit =
    values.limit === undefined ? Number.POSITIVE_INFINITY : number(String(values.limit));
  if (typeof limit !== 'number' || !(limit >= 1) || (Number.isFinite(limit) && limit % 1 !== 0)) {
    const message = `found ${describeValue(limit)}, expected a whole number from 1`;
    problems.push({ where: '--limit', message });
  }
  const where = readConditions((values.where as string[] | undefined) ?? [], problems);
  const reverse = values.reverse === true;
  return { sort: sort as ColumnName, reverse, where, limit: Number(limit) };
}

function table(runs: readonly Listed[]): string {
  const names = shownColumns(runs.map(({ record }) => record));
  const columns: Column[] = names.map((name) => COLUMNS[name]);
  const rows = runs.map(({ record, isThere }) =>
    columns.map((column, at) => {
      const cell = printable(column.write(record));
      return at === 0 && !isThere ? `${cell} (gone)` : cell;
    }),
  );
  const left = columns.flatMap(({ side }, at) => (side === 'left' ? [at] : []));
  return `${aligned([names, ...rows], left).join('\n')}\n`;
}

function noneOf(folder: string, candidates: readonly Listed[]): string {
  const name = printable(folder);
  if (candidates.length === 0) return `no runs in ${name}: lanewise sweep makes one\n`;
  return `none of the ${counted(candidates.length, 'run')} in ${name} is such a run\n`;
}

/** What the list does not show, a line each. */
function notes({ runs, skippedLines, skippedFolders }: Scan, more: number, all: boolean): string {
  const gone = runs.filter(({ isThere }) => !isThere).length;
  const lines = [
    ...(more > 0 ? [`${counted(more, 'more run')}: --limit`] : []),
    ...(gone > 0 && !all ? [`${counted(gone, 'run')} no longer there: --all lists them, too`] : []),
    ...(skippedLines > 0
      ? [`skipped ${counted(skippedLines, 'line')} of the journal: cut, or not of lanewise`]
      : []),
    ...(skippedFolders.length > 0
      ? [`skipped ${printable(listed(skippedFolders))}: no results of lanewise`]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
