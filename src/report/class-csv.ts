import { className } from '../results/classes.js';
import type { Results, RunRecord } from '../results/schema.js';
import { place, table } from './csv.js';

/** confusion.csv and classes.csv; neither where there are no classes. */
export function classFiles(results: Results): [path: string, text: string][] {
  const files: [string, string][] = [];
  if (results.runs.some(({ confusion }) => confusion !== undefined)) {
    files.push(['confusion.csv', confusionCsv(results)]);
  }
  if (results.aggregate.some(({ classes }) => classes !== undefined)) {
    files.push(['classes.csv', classesCsv(results)]);
  }
  return files;
}

/** A row per run, class and answer that occurs: how many test samples of the class got it. */
function confusionCsv(results: Results): string {
  type Row = { run: RunRecord; k: number; answer: number; count: number };
  const names = results.datasets[0]?.classNames;
  const rows = results.runs.flatMap((run) =>
    (run.confusion ?? []).flatMap((counts, k) =>
      counts.flatMap((count, answer): Row[] => (count > 0 ? [{ run, k, answer, count }] : [])),
    ),
  );
  return table<Row>(
    [
      { head: 'variant', cell: ({ run }) => run.variant },
      ...place(results).map(({ head, cell }) => ({ head, cell: ({ run }: Row) => cell(run) })),
      { head: 'class', cell: ({ k }) => className(k, names) },
      { head: 'answer', cell: ({ answer }) => className(answer, names) },
      { head: 'count', cell: ({ count }) => count },
    ],
    rows,
  );
}

/** A row per variant and class, over all its finished runs. */
function classesCsv({ aggregate }: Results): string {
  const rows = aggregate.flatMap(({ variant, classes = [] }) =>
    classes.map((each) => ({ variant, ...each })),
  );
  return table<(typeof rows)[number]>(
    [
      { head: 'variant', cell: ({ variant }) => variant },
      { head: 'class', cell: ({ name }) => name },
      { head: 'precision', cell: ({ precision }) => precision },
      { head: 'recall', cell: ({ recall }) => recall },
      { head: 'f1', cell: ({ f1 }) => f1 },
      { head: 'support', cell: ({ support }) => support },
    ],
    rows,
  );
}
