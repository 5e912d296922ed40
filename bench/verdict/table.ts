import type { Advice, Cell } from './simulate.js';

export interface Simulation {
  noises: string[];
  cells: Cell[];
  advice: Advice[];
}

/** The page with its tables replaced by those of the simulation. */
export function withTables(page: string, { cells, noises, advice }: Simulation): string {
  const tables: Record<string, string> = {
    observed: ratesTable(cells, 'observed'),
    inconclusive: ratesTable(cells, 'inconclusive'),
    noises: noisesTable(cells, noises),
    advice: adviceTable(advice),
  };
  return Object.entries(tables).reduce((text, [name, rows]) => replaced(text, name, rows), page);
}

function replaced(page: string, name: string, table: string): string {
  const block = new RegExp(`(<!-- bench:${name} -->\\n)[\\s\\S]*?(<!-- /bench:${name} -->)`);
  if (!block.test(page)) throw new Error(`found no block for the table ${name}`);
  return page.replace(block, (_, begin, end) => `${begin}${table}\n${end}`);
}

/** A row for every shape, a column for every number of seeds and level of noise. */
export function ratesTable(cells: readonly Cell[], verdict: 'observed' | 'inconclusive'): string {
  const shapes = [...new Set(cells.map(({ shape }) => shape))];
  const columns = cells.filter(({ shape }) => shape === shapes[0]);
  const head = columns.map(({ seeds, level }) => `${seeds} seeds, ${percent(level, 0)}`);
  const rows = shapes.map((shape) => {
    const own = cells.filter((cell) => cell.shape === shape);
    return [shape, ...own.map((cell) => percent(cell[verdict]))];
  });
  return table([['truth', ...head], ...rows]);
}

/** "Observed" by the kind of noise, with 10 seeds and 30 %. */
function noisesTable(cells: readonly Cell[], noises: readonly string[]): string {
  const own = cells.filter(({ seeds, level }) => seeds === 10 && level === 0.3);
  const rows = own.map(({ shape, observedBy }) => [
    shape,
    ...observedBy.map((each) => percent(each)),
  ]);
  return table([['truth', ...noises], ...rows]);
}

function adviceTable(advice: readonly Advice[]): string {
  const shapes = [...new Set(advice.map(({ shape }) => shape))];
  const columns = advice.filter(({ shape }) => shape === shapes[0]);
  const head = columns.flatMap(({ seeds }) => [`from ${seeds} seeds: named`, 'decided']);
  const rows = shapes.map((shape) => {
    const own = advice.filter((each) => each.shape === shape);
    return [shape, ...own.flatMap(({ named, decided }) => [String(named), percent(decided, 0)])];
  });
  return table([['truth', ...head], ...rows]);
}

function table([head, ...rows]: readonly string[][]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}
