import { describeValue, grouped, printable } from '../../config/text.js';
import type { Table } from '../table.js';
import { ClassNames } from './class-names.js';
import type { JsonReadOptions } from './json.js';
import { ReadProblems } from './problems.js';
import { countValues } from './size.js';

/** A list of equally long rows, or (flat) of one value a row. */
interface List {
  /** `train.x` */
  name: string;
  rows: readonly unknown[];
  width: number;
  flat: boolean;
}

/**
 * Samples from lists: rows of inputs, and rows of targets or one target a row; without y none.
 *
 * @param prefix of the places in problems: `train.`
 * @throws {InputError} (exit code 3) for what is no finite number, and for rows that are not alike.
 */
export function readSamples(
  samples: { x: unknown; y: unknown },
  prefix: string,
  path: string,
  { labelled, take }: JsonReadOptions,
): Table {
  const problems = new ReadProblems(printable(path));
  const x = listOf(samples.x, `${prefix}x`, false, problems);
  const y = samples.y === undefined ? undefined : listOf(samples.y, `${prefix}y`, true, problems);
  const rows = x.rows.length;
  if (y && y.rows.length !== rows && !problems.any) {
    const found = `found ${grouped(y.rows.length)} rows in ${y.name}`;
    problems.add(`${found}, expected ${grouped(rows)} as in ${x.name}`);
  }
  problems.throwAny();
  const outputs = y?.width ?? 0;
  countValues([rows, x.width + outputs], path);
  const table = {
    ...{ rows, inputs: x.width, outputs },
    ...{ x: take(rows * x.width), y: take(rows * outputs) },
  };
  fill(x, table.x, toNumber, 'a number', problems);
  const classNames = y && fillTargets(y, table.y, labelled, path, problems);
  problems.throwAny();
  return { ...table, ...(classNames && { classNames }) };
}

/** Returns what the classes are called, where the targets are words. */
function fillTargets(
  y: List,
  out: Float32Array,
  labelled: boolean,
  path: string,
  problems: ReadProblems,
): string[] | undefined {
  if (!(labelled && y.width === 1 && typeof firstOf(y) === 'string')) {
    fill(y, out, toNumber, 'a number', problems);
    return undefined;
  }
  const names = new ClassNames(path);
  const toLabel = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? names.numberOf(value) : undefined;
  fill(y, out, toLabel, 'a class name', problems);
  return problems.any ? undefined : names.sort(out);
}

function listOf(value: unknown, name: string, mayBeFlat: boolean, problems: ReadProblems): List {
  const rows = Array.isArray(value) ? value : [];
  const first = rows[0];
  const flat = mayBeFlat && !Array.isArray(first);
  const width = flat ? 1 : Array.isArray(first) ? first.length : 0;
  if (rows.length === 0) {
    const found = Array.isArray(value) ? 'an empty list' : describeValue(value);
    problems.add(`found ${found} in ${name}, expected a list of rows`);
  } else if (width === 0) {
    problems.add(`found ${describeValue(first)} in ${name}[0], expected a list of numbers`);
  }
  return { name, rows, width, flat };
}

function firstOf({ rows, flat }: List): unknown {
  return flat ? rows[0] : (rows[0] as unknown[])[0];
}

/** Writes all values, each turned into a number; `expected` names what cannot be turned. */
function fill(
  { name, rows, width, flat }: List,
  out: Float32Array,
  convert: (value: unknown) => number | undefined,
  expected: string,
  problems: ReadProblems,
): void {
  for (let row = 0; row < rows.length; row++) {
    const cells = flat ? [rows[row]] : rows[row];
    if (!Array.isArray(cells) || cells.length !== width) {
      const found = Array.isArray(cells) ? `${cells.length} values` : describeValue(cells);
      problems.add(`found ${found} in ${name}[${row}], expected a list of ${width}`);
      continue;
    }
    for (let i = 0; i < width; i++) {
      const value = convert(cells[i]);
      if (value !== undefined) out[row * width + i] = value;
      else {
        const place = flat ? `${name}[${row}]` : `${name}[${row}][${i}]`;
        problems.add(`found ${describeValue(cells[i])} in ${place}, expected ${expected}`);
      }
    }
  }
}

/** Undefined for what is no finite float32. */
function toNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(Math.fround(value)) ? value : undefined;
}
