import { make } from '../../report/page/client/dom.js';
import type { PageData } from '../../report/page/data.js';
import { figure, percent } from '../../results/wording.js';
import type { LivePlan, LiveRun } from '../data.js';

/** Writes what is known of a variant into its row of the table, whose last columns are the values. */
export function fillRow(
  row: HTMLTableRowElement,
  data: PageData,
  plan: LivePlan,
  variant: number,
  runs: readonly LiveRun[],
): void {
  const { sets, measures, variants } = data;
  const first = row.cells.length - sets.length * plan.columns.length;
  const { finished, runs: all } = variants[variant];
  const words = lostWords(runs);
  write(row.cells[first - 1], `${finished} of ${all}`, words, finished / Math.max(1, all));
  plan.columns.forEach((name, column) => {
    const { finals, isShare } = measures[plan.measures.indexOf(name)];
    const say = isShare ? percent : figure;
    sets.forEach((set, at) => {
      const [middle, q1, q3] = finals[set]?.[variant] ?? [];
      const cell = row.cells[first + column * sets.length + at];
      const isKnown = typeof middle === 'number';
      write(cell, say(middle), isKnown ? `[${say(q1)}, ${say(q3)}]` : '', middle);
    });
  });
}

/** `2 diverged, 1 failed`; empty where none is lost. */
export function lostWords(runs: Iterable<LiveRun>): string {
  const counts = new Map<string, number>();
  for (const { status } of runs) {
    if (status === 'done' || status === 'training') continue;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}

function write(
  cell: HTMLTableCellElement,
  text: string,
  small: string,
  value: number | null | undefined,
): void {
  cell.replaceChildren(text, ...(small === '' ? [] : [make('small', {}, [small])]));
  if (value === null || value === undefined) delete cell.dataset.value;
  else cell.dataset.value = String(value);
}
