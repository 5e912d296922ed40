import { runColumns } from '../results/diagnostics.js';
import { foldsIn, metricsIn, setsIn } from '../results/measured.js';
import type { Results, RunRecord, SetCurves, SetValues, VariantRecord } from '../results/schema.js';

export type Cell = string | number | boolean | null | undefined;

/** A column: its head and what stands in it. */
export interface Column<Row> {
  head: string;
  cell(row: Row): Cell;
}

/** curves.csv: a row per run and evaluated epoch. */
export function curvesCsv(results: Results): string {
  type Row = { run: RunRecord; at: number };
  const measured = measures(results).map(({ head, history }): Column<Row> => {
    return { head, cell: ({ run, at }) => history(run)?.[at] };
  });
  const columns: Column<Row>[] = [
    { head: 'variant', cell: ({ run }) => run.variant },
    ...place(results).map(({ head, cell }) => ({ head, cell: ({ run }: Row) => cell(run) })),
    { head: 'epoch', cell: ({ run, at }) => run.history.epoch[at] },
    ...measured,
  ];
  return table(
    columns,
    results.runs.flatMap((run) => run.history.epoch.map((_, at) => ({ run, at }))),
  );
}

/** results.csv: a row per run, with a column for each hyper-parameter in which variants differ. */
export function resultsCsv(results: Results): string {
  const { variants, runs, aggregate } = results;
  const byId = new Map(variants.map((variant) => [variant.id, variant]));
  const params = new Map(aggregate.map((record) => [record.variant, record.params]));
  const hyper = [...new Set(variants.flatMap((variant) => Object.keys(variant.hyper)))];
  const variantOf = (run: RunRecord): VariantRecord | undefined => byId.get(run.variant);
  const stops: Column<RunRecord>[] = runs.some(({ stopped }) => stopped !== undefined)
    ? [
        { head: 'epochs', cell: ({ stopped }) => stopped?.epoch },
        { head: 'kept_epoch', cell: ({ stopped }) => stopped?.kept },
      ]
    : [];
  const columns: Column<RunRecord>[] = [
    { head: 'variant', cell: ({ variant }) => variant },
    { head: 'network', cell: (run) => variantOf(run)?.network },
    { head: 'params', cell: ({ variant }) => params.get(variant) },
    ...place(results),
    { head: 'status', cell: ({ status }) => status },
    ...measures(results).map(({ head, final }) => ({ head, cell: final })),
    ...runColumns(results).map(({ head, of }) => ({ head, cell: of })),
    ...stops,
    ...hyper.map((name) => ({ head: name, cell: (run: RunRecord) => variantOf(run)?.hyper[name] })),
  ];
  return table(columns, runs);
}

/** What tells the runs of a variant apart. */
export function place(results: Results): Column<RunRecord>[] {
  return [
    { head: 'seed', cell: ({ seed }) => seed },
    ...(foldsIn(results) > 0 ? [{ head: 'fold', cell: ({ fold }: RunRecord) => fold }] : []),
  ];
}

interface MeasureColumn {
  head: string;
  final(run: RunRecord): Cell;
  history(run: RunRecord): (number | null)[] | undefined;
}

/** The loss of every set, `train`, then each metric of every set, `train_accuracy`. */
function measures(results: Results): MeasureColumn[] {
  const sets = setsIn(results);
  const column = (
    set: keyof SetValues,
    head: string,
    of: (run: RunRecord) => { final: SetValues; history: SetCurves } | undefined,
  ): MeasureColumn => ({
    head,
    final: (run) => of(run)?.final[set],
    history: (run) => of(run)?.history[set],
  });
  return [
    ...sets.map((set) => column(set, set, (run) => run)),
    ...metricsIn(results).flatMap((name) =>
      sets.map((set) => column(set, `${set}_${name}`, ({ metrics }) => metrics[name])),
    ),
  ];
}

/** The text of a table. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const head = columns.map((column) => column.head);
  const body = rows.map((row) => columns.map((column) => column.cell(row)));
  return `${[head, ...body].map((cells) => cells.map(written).join(',')).join('\n')}\n`;
}

/** Quoted where RFC 4180 asks for it; a missing number is an empty cell. */
function written(value: Cell): string {
  if (
    value === null ||
    value === undefined ||
    (typeof value === 'number' && !Number.isFinite(value))
  ) {
    return '';
  }
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
