import { figure, grouped, percent } from '../../results/wording.js';
import { folderName } from '../run-folder.js';
import type { RunRecord } from './record.js';

/** Something that is known of every run: shown, sorted by, and searched for. */
export interface Column {
  /** Undefined where a run has none. */
  value(record: RunRecord): number | string | undefined;
  /** As the table shows it. */
  write(record: RunRecord): string;
  /** Numbers to the right. */
  side: 'left' | 'right';
  /** Whether the highest comes first: where it is the best, or the latest. */
  descends?: true;
}

const text = (value: Column['value']): Column => ({
  value,
  write: (record) => String(value(record) ?? '–'),
  side: 'left',
});

const number = (
  value: (record: RunRecord) => number | null | undefined,
  write: (value: number | null | undefined) => string = (each) =>
    each === null || each === undefined ? '–' : grouped(each),
): Column => ({
  value: (record) => value(record) ?? undefined,
  write: (record) => write(value(record)),
  side: 'right',
});

/** By name; the table shows those of `TABLE`. */
export const COLUMNS = {
  run: text(({ folder }) => folder),
  name: text(({ name }) => name),
  hash: text(({ configHash }) => configHash),
  date: { ...text(({ time }) => time), write: ({ time }) => minute(time), descends: true },
  networks: number(({ variants }) => variants),
  seeds: number(({ seeds }) => seeds),
  finished: { ...number(({ runs }) => runs.done), write: ({ runs }) => finishedOf(runs) },
  best: text(({ best }) => best?.variant),
  params: number(({ best }) => best?.params),
  train: number(({ best }) => best?.train, figure),
  test: number(({ best }) => best?.test, figure),
  accuracy: { ...number(({ best }) => best?.accuracy, percent), descends: true },
  r2: { ...number(({ best }) => best?.r2, figure), descends: true },
  verdict: text(({ verdicts }) => {
    const codes = [...new Set(verdicts.map(({ code }) => code))];
    return codes.length === 0 ? undefined : codes.join(', ');
  }),
  duration: { ...number(({ duration }) => duration, seconds), descends: true },
  threads: number(({ threads }) => threads),
} satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;

/** Of the table, in order. Some stand there only where they say something. */
export function shownColumns(records: readonly RunRecord[]): ColumnName[] {
  const some = (holds: (record: RunRecord) => boolean) => records.some(holds);
  const isOpen = ({ runs: { done, ...others } }: RunRecord) =>
    Object.values(others).some((count) => count > 0);
  const isNamed = ({ folder, name, configHash }: RunRecord) =>
    folder === folderName(name, configHash);
  return [
    'run',
    ...(records.every(isNamed) ? [] : (['name', 'hash'] as const)),
    'date',
    'networks',
    'seeds',
    ...(some(isOpen) ? (['finished'] as const) : []),
    'best',
    'params',
    'train',
    'test',
    ...(some(({ best }) => best?.accuracy !== undefined) ? (['accuracy'] as const) : []),
    'verdict',
  ];
}

/** `2026-03-01 14:05`, in UTC: the same on every machine. */
function minute(time: string): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

function finishedOf(runs: RunRecord['runs']): string {
  const all = Object.values(runs).reduce((sum, each) => sum + each, 0);
  return `${grouped(runs.done)} of ${grouped(all)}`;
}

function seconds(ms: number | null | undefined): string {
  return ms === null || ms === undefined ? '–' : `${figure(ms / 1000)} s`;
}

/** The records in the order of a column: the best or the latest first, those without a value last. */
export function sorted<T extends { record: RunRecord }>(
  runs: readonly T[],
  name: ColumnName,
  reverse: boolean,
): T[] {
  const column: Column = COLUMNS[name];
  const sign = (column.descends ? -1 : 1) * (reverse ? -1 : 1);
  const valued = runs.map((run, at) => ({ run, at, value: column.value(run.record) }));
  valued.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) {
      return Number(a.value === undefined) - Number(b.value === undefined) || a.at - b.at;
    }
    const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    return sign * order || a.at - b.at;
  });
  return valued.map(({ run }) => run);
}
