import type { AggregateRecord, Results } from '../results/schema.js';
import { ranked, type Score, scored } from '../results/score.js';
import type { SweepAxis } from '../results/sweep-axes.js';
import { described } from './axis-words.js';
import { type Cells, cellsOf } from './cells.js';

/** A combination of two axes: the best of the variants that have it. */
export interface HeatCell {
  column: number;
  row: number;
  best: AggregateRecord;
  /** What it scores on the rows that are shown; null where none of its runs finished. */
  value: number | null;
  /** Share of its runs that did not finish. */
  lost: number;
}

/** Two axes in cells. */
export interface HeatGrid {
  across: SweepAxis;
  up: SweepAxis;
  columns: Cells;
  rows: Cells;
  /** Those that have a variant, in the order of the variants. */
  cells: HeatCell[];
  /** The best of all; undefined where no run finished. */
  best: HeatCell | undefined;
}

/** More columns than this make a figure too wide. */
const MOST_COLUMNS = 14;

/** Numbers go across and words up; of two alike the one with more cells goes across, if it fits. */
export function heatGrid(
  results: Results,
  [a, b]: readonly [SweepAxis, SweepAxis],
  score: Score,
): HeatGrid {
  const [across, up] = wish(a) >= wish(b) ? [a, b] : [b, a];
  const columns = cellsOf(described(across));
  const rows = cellsOf(described(up));
  const grid = { across, up, columns, rows };
  const cells = cellsIn(results, grid, score);
  const records = cells.map((cell) => cell.best);
  const [first] = ranked(records, score);
  return {
    ...grid,
    cells,
    best: cells.find(({ best, value }) => best === first && value !== null),
  };
}

/** How much an axis wishes to go across. */
function wish(axis: SweepAxis): number {
  const { count } = cellsOf(described(axis));
  if (count > MOST_COLUMNS) return -count;
  return (axis.kind === 'categories' ? 0 : MOST_COLUMNS) + count;
}

function cellsIn(
  { aggregate, runs }: Results,
  { across, up, columns, rows }: Omit<HeatGrid, 'cells' | 'best'>,
  score: Score,
): HeatCell[] {
  const groups = new Map<string, { column: number; row: number; records: AggregateRecord[] }>();
  for (const record of aggregate) {
    const [x, y] = [across.of.get(record.variant), up.of.get(record.variant)];
    if (x === undefined || y === undefined) continue;
    const place = { column: columns.of(x), row: rows.of(y) };
    const key = `${place.column} ${place.row}`;
    const group = groups.get(key) ?? { ...place, records: [] };
    groups.set(key, group);
    group.records.push(record);
  }
  return [...groups.values()].map(({ column, row, records }) => {
    const [best] = ranked(records, score);
    const own = runs.filter(({ variant }) => variant === best.variant);
    const lost = own.filter(({ status }) => status !== 'done').length / Math.max(1, own.length);
    return { column, row, best, value: scored(score, best, score.shown), lost };
  });
}
