import { InputError, type Problem } from '../../config/problem.js';
import { describeValue } from '../../config/text.js';
import type { AssignRoles } from '../../data/read/csv.js';
import { type CsvFormat, targetsOf } from '../../data/read/csv-format.js';
import { assignRoles, IGNORED } from '../../data/read/csv-roles.js';
import type { FileFormat } from '../../data/read.js';
import { readTable } from '../../data/read.js';
import type { Table } from '../../data/table.js';
import { originOf } from '../../model/origin.js';
import type { ModelRecord } from '../../model/record.js';
import { DATA_FLAGS, fileKind } from '../flags/data.js';
import { attributeName, longName, number } from '../flags/flag.js';
import { sniffKind } from '../flags/sniff.js';

/** The flags that say how a file is read, of those of `sweep`. */
export const READING_FLAGS = DATA_FLAGS.filter(({ flags }) =>
  ['--kind', '--target', '--ignore', '--header', '--no-header', '--skip-lines'].includes(
    longName(flags),
  ),
);

/**
 * Reads rows as those of the training were read, unless flags say otherwise; with their targets
 * where the file has them.
 *
 * @throws {InputError} (2) for flags that are wrong, (3) for files that cannot be read or that lie, or whose
 *   rows are not as long as the model's.
 */
export async function readData(
  model: ModelRecord,
  path: string,
  values: Record<string, unknown>,
): Promise<Table> {
  const { kind, ...format } = readingOf(model, values);
  const sniffed = kind ?? fileKind({ data: path }, await sniffKind(path));
  const file = { path };
  const labels = typeof values.labels === 'string' ? { path: values.labels } : undefined;
  const source: FileFormat =
    sniffed === 'idx'
      ? { kind: 'idx', images: file, ...(labels && { labels }) }
      : sniffed === 'npy'
        ? { kind: 'npy', x: file, ...(labels && { y: labels }) }
        : sniffed === 'json'
          ? { kind: 'json', file }
          : { kind: 'csv', file, ...format };
  if (labels && sniffed !== 'idx' && sniffed !== 'npy') {
    const message = 'found together with a file that holds its targets, expected IDX or NPY';
    throw new InputError([{ where: '--labels', message }]);
  }
  const { inputs } = model.network;
  const { table } = await readTable(source, {
    labelled: model.answer.kind !== 'numbers',
    mayLackTargets: true,
    assign: rolesFor(inputs, format),
  });
  if (table.inputs === inputs) return table;
  const message = `found ${table.inputs} inputs in a row, expected the ${inputs} of the model`;
  throw new InputError([{ where: path, message }], 3);
}

type Reading = Pick<CsvFormat, 'target' | 'ignore' | 'header' | 'skipLines'>;

/** How the data of the training were read, with what flags say over it. */
function readingOf(model: ModelRecord, values: Record<string, unknown>) {
  const { data } = originOf(model);
  const recorded = data.kind === 'csv' ? data : {};
  const problems: Problem[] = [];
  const reading: Record<string, unknown> = {
    ...{ target: -1, ignore: [], header: 'auto', skipLines: 0 },
    ...Object.fromEntries(
      ['target', 'ignore', 'header', 'skipLines'].flatMap((key) =>
        recorded[key] === undefined ? [] : [[key, recorded[key]]],
      ),
    ),
  };
  for (const { flags, read } of READING_FLAGS) {
    const key = attributeName(flags);
    const value = values[key];
    if (value === undefined || key === 'kind') continue;
    reading[key] = typeof value === 'string' && read ? read(value) : value;
  }
  if (!Number.isInteger(reading.skipLines) || Number(reading.skipLines) < 0) {
    const message = `found ${describeValue(number(String(values.skipLines)))}, expected a whole number`;
    problems.push({ where: '--skip-lines', message });
  }
  const { kind } = values;
  if (kind !== undefined && !['csv', 'idx', 'npy', 'json'].includes(String(kind))) {
    const message = `found ${describeValue(kind)}, expected csv, idx, npy or json`;
    problems.push({ where: '--kind', message });
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    ...(reading as unknown as Reading),
    kind: kind as 'csv' | 'idx' | 'npy' | 'json' | undefined,
  };
}

/** Columns of inputs alone where there are just so many; else with the targets among them. */
function rolesFor(inputs: number, { target, ignore, ...rest }: Reading): AssignRoles {
  return (columns, problems, line) => {
    const width = columns.names.length;
    const hidden = ignore
      .map((name) =>
        typeof name === 'string' ? columns.names.indexOf(name) : (name + width) % width,
      )
      .filter((index) => index >= 0);
    if (width - new Set(hidden).size === inputs) {
      const places = new Int32Array(width);
      let place = 0;
      for (let i = 0; i < width; i++) places[i] = hidden.includes(i) ? IGNORED : place++;
      return { places, inputs, targets: [] };
    }
    const count = targetsOf(target).length;
    if (width - new Set(hidden).size !== inputs + count) {
      const expected = `expected the ${inputs} inputs of the model, with or without ${count === 1 ? 'the target' : `${count} targets`}`;
      problems.add(`found ${width - new Set(hidden).size} columns, ${expected}`, line);
      return undefined;
    }
    return assignRoles(columns, { ...rest, target, ignore } as CsvFormat, problems);
  };
}
