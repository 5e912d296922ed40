import { printable, quote } from '../../config/text.js';
import { readLine, separatorOf } from '../../data/read/csv-lines.js';
import { CsvScanner } from '../../data/read/csv-scanner.js';
import { ReadProblems } from '../../data/read/problems.js';
import type { VerdictCurve } from '../../results/verdict-curves.js';
import { columnsOf, type Row, rowOf } from './csv-rows.js';

/** The runs of one size. */
interface Size {
  name: string;
  params: number;
  /** Of its first row. */
  line: number;
  bySeed: Map<string, Row>;
}

/** The sizes of one curve by their names. */
type Sizes = Map<string, Size>;

/**
 * The curves of a CSV text: a row per run, with the columns `size`, `params`, `seed`, `train` and
 * `test` in any order, and `curve` where there are several. Others do not count. Sizes come ascending
 * by parameters, equal ones in the order of their rows; seeds ascending, words by their letters.
 *
 * @throws {InputError} (exit code 3) with the first 20 problems and the count of the others.
 */
export function csvCurves(bytes: Uint8Array, path: string): VerdictCurve[] {
  const problems = new ReadProblems(printable(path));
  const scanner = new CsvScanner(bytes);
  while (!scanner.done && scanner.skipEmptyLine());
  scanner.separator = separatorOf(bytes, scanner.offset);
  const { line } = scanner;
  const head = readLine(scanner) ?? [];
  const columns = columnsOf(head, line, problems);
  problems.throwAny();
  const curves = new Map<string, Sizes>();
  for (;;) {
    while (!scanner.done && scanner.skipEmptyLine());
    const { line } = scanner;
    const cells = readLine(scanner);
    if (cells === undefined) break;
    if (cells.length !== head.length) {
      problems.add(`found ${cells.length} cells, expected ${head.length} as in the header`, line);
      continue;
    }
    const row = rowOf(cells, columns, line, problems);
    if (row !== undefined) addRow(curves, row, problems);
  }
  if (curves.size === 0 && !problems.any) problems.add('found no rows below the header');
  if (!problems.any) for (const [label, sizes] of curves) findGaps(label, sizes, problems);
  problems.throwAny();
  return Array.from(curves, ([label, sizes]) => curveOf(label, sizes));
}

function addRow(curves: Map<string, Sizes>, row: Row, problems: ReadProblems): void {
  const sizes: Sizes = curves.get(row.curve) ?? new Map();
  curves.set(row.curve, sizes);
  const { line, params, seed } = row;
  const size = sizes.get(row.size) ?? { name: row.size, params, line, bySeed: new Map() };
  sizes.set(row.size, size);
  const of = `of size ${quote(row.size)}`;
  if (size.params !== params) {
    const expected = `expected ${size.params} as in line ${size.line}`;
    problems.add(`found ${params} parameters ${of}, ${expected}`, line);
  }
  const twin = size.bySeed.get(seed);
  if (twin !== undefined) {
    const expected = `expected one row (there is line ${twin.line})`;
    problems.add(`found seed ${quote(seed)} ${of} again, ${expected}`, line);
  } else size.bySeed.set(seed, row);
}

/** Differences are paired by seed: every size needs all seeds. */
function findGaps(label: string, sizes: Sizes, problems: ReadProblems): void {
  const curve = label === '' ? '' : ` of curve ${quote(label)}`;
  const seeds = seedsOf(sizes);
  for (const { name, bySeed } of sizes.values()) {
    const missing = seeds.filter((seed) => !bySeed.has(seed));
    if (missing.length === 0) continue;
    const more = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
    problems.add(
      `found no row of seed ${quote(missing[0])}${more} for size ${quote(name)}${curve}, expected ` +
        'one for every size and seed; a run without errors has empty cells',
    );
  }
}

function curveOf(label: string, bySize: Sizes): VerdictCurve {
  const sizes = [...bySize.values()].sort((a, b) => a.params - b.params);
  const seeds = seedsOf(bySize);
  const over = (set: 'test' | 'train') =>
    seeds.map((seed) => sizes.map(({ bySeed }) => bySeed.get(seed)![set]));
  const params = sizes.map((size) => size.params);
  return {
    label,
    sizes: sizes.map(({ name }) => name),
    sweep: { params, test: over('test'), train: over('train') },
  };
}

/** The order decides which seeds choose and which judge: it must not be that of the rows. */
function seedsOf(sizes: Sizes): string[] {
  const seeds = [...new Set([...sizes.values()].flatMap(({ bySeed }) => [...bySeed.keys()]))];
  const areNumbers = seeds.every((seed) => seed !== '' && Number.isFinite(Number(seed)));
  return areNumbers ? seeds.sort((a, b) => Number(a) - Number(b)) : seeds.sort();
}
