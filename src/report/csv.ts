import type { Results, RunRecord, VariantRecord } from '../results/schema.js';

type Cell = string | number | boolean | null | undefined;

/** curves.csv: a row per run and evaluated epoch. */
export function curvesCsv({ runs }: Results): string {
  const rows = runs.flatMap(({ variant, seed, history }) =>
    history.epoch.map((epoch, at) => [variant, seed, epoch, history.train[at], history.test[at]]),
  );
  return csv(['variant', 'seed', 'epoch', 'train', 'test'], rows);
}

/** results.csv: a row per run, with a column for each hyper-parameter in which variants differ. */
export function resultsCsv({ variants, runs, aggregate }: Results): string {
  const byId = new Map(variants.map((variant) => [variant.id, variant]));
  const params = new Map(aggregate.map((record) => [record.variant, record.params]));
  const hyper = [...new Set(variants.flatMap((variant) => Object.keys(variant.hyper)))];
  const row = (run: RunRecord): Cell[] => {
    const variant: VariantRecord | undefined = byId.get(run.variant);
    return [
      run.variant,
      variant?.network,
      params.get(run.variant),
      run.seed,
      run.status,
      run.final.train,
      run.final.test,
      ...hyper.map((name) => variant?.hyper[name]),
    ];
  };
  const head = ['variant', 'network', 'params', 'seed', 'status', 'train', 'test', ...hyper];
  return csv(head, runs.map(row));
}

function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** Quoted where RFC 4180 asks for it; a missing number is an empty cell. */
function cell(value: Cell): string {
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
