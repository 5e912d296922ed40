import * as v from 'valibot';
import { explainIssues } from './explain.js';
import type { Finding } from './finding.js';
import { isPlainMap } from './merge.js';
import { ArraysSchema } from './schema/data.js';
import { type ShapeSchema, shapeFindings } from './shape.js';
import { describeValue } from './text.js';

/**
 * Checks `data` of kind arrays: rows of finite numbers, all equally long, as many x as y.
 *
 * @param rows false where they are known to be good.
 */
export function arraysFindings(data: Record<string, unknown>, rows = true): Finding[] {
  const findings = [...settingsFindings(data), ...(rows ? rowsOfSets(data) : [])];
  return findings.map((finding) => ({ ...finding, path: ['data', ...finding.path] }));
}

function rowsOfSets(data: Record<string, unknown>): Finding[] {
  const samples = samplesFindings(data.train, 'train');
  if (data.test !== undefined) samples.push(...samplesFindings(data.test, 'test'));
  if (samples.length === 0 && data.test !== undefined) samples.push(...sameWidths(data));
  return samples;
}

/** All but the rows, which the schema would take long to walk over. */
function settingsFindings(data: Record<string, unknown>): Finding[] {
  const settings = { ...data, train: true, test: true };
  const { issues = [] } = v.safeParse(ArraysSchema, settings);
  return [
    ...shapeFindings(ArraysSchema as unknown as ShapeSchema, settings),
    ...explainIssues(issues),
  ];
}

type Rows = ArrayLike<ArrayLike<number>>;

function samplesFindings(samples: unknown, key: string): Finding[] {
  if (!isPlainMap(samples)) return [found([key], describeValue(samples), 'a map { x, y } of rows')];
  const { x, y } = samples;
  const findings = [...rowsFindings(x, [key, 'x']), ...rowsFindings(y, [key, 'y'])];
  if (findings.length > 0) return findings;
  const [inputs, targets] = [(x as Rows).length, (y as Rows).length];
  if (inputs === targets) return [];
  return [found([key, 'y'], `${targets} rows`, `${inputs}, one for each row of x`)];
}

/** Only the first bad row and cell: in an array of a million the others are like it. */
function rowsFindings(rows: unknown, path: string[]): Finding[] {
  if (!isArrayLike(rows)) return [found(path, describeValue(rows), 'a list of rows')];
  if (rows.length === 0) return [found(path, 'no rows', 'at least one')];
  for (let r = 0; r < rows.length; r++) {
    const finding = rowFinding(rows[r], rows[0], [...path, r]);
    if (finding) return [finding];
  }
  return [];
}

function rowFinding(row: unknown, first: unknown, path: (string | number)[]): Finding | undefined {
  if (!isArrayLike(row)) return found(path, describeValue(row), 'a list of numbers');
  if (row.length === 0) return found(path, 'an empty row', 'at least one number');
  const width = (first as ArrayLike<unknown>).length;
  if (row.length !== width) return found(path, `${row.length} numbers`, `${width} as in row 0`);
  for (let c = 0; c < width; c++) {
    const finite = Number.isFinite(Math.fround(row[c] as number));
    if (typeof row[c] !== 'number' || !finite) {
      return found([...path, c], describeValue(row[c]), 'a finite number (32-bit float)');
    }
  }
  return undefined;
}

function sameWidths({ train, test }: Record<string, unknown>): Finding[] {
  return (['x', 'y'] as const).flatMap((part) => {
    const expected = (train as Record<string, Rows>)[part][0].length;
    const actual = (test as Record<string, Rows>)[part][0].length;
    if (actual === expected) return [];
    return [found(['test', part], `${actual} numbers a row`, `${expected} as in train`)];
  });
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

function found(path: (string | number)[], what: string, expected: string): Finding {
  return { path, part: 'value', message: `found ${what}, expected ${expected}` };
}
