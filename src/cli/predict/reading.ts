import { FILE_KEYS } from '../../config/files.js';
import type { Problem } from '../../config/problem.js';
import { didYouMean } from '../../config/suggest.js';
import { alternatives, describeValue } from '../../config/text.js';
import { type ColumnName, CSV_DEFAULTS, type CsvFormat } from '../../data/read/csv-format.js';
import type { FileFormat } from '../../data/read.js';
import type { ModelOrigin } from '../../model/origin.js';
import { SETS, type SetName } from '../../plan/metrics.js';
import { columns, fileKind, list } from '../flags/data.js';
import { type FileKind, number } from '../flags/flag.js';
import { sniffKind } from '../flags/sniff.js';

/** How the rows are to be read, as far as the command line says so. */
export interface Reading {
  data: string;
  labels?: string;
  kind: FileKind;
  csv: Partial<CsvFormat>;
  set?: SetName;
}

type Values = Record<string, unknown>;

/** Reads the flags; what is wrong with them is added to the problems. */
export async function readReading(
  data: string,
  values: Values,
  problems: Problem[],
): Promise<Reading> {
  const text = (key: string) => values[key] as string | undefined;
  const [labels, set] = [text('labels'), text('set')];
  const kind = fileKind({ ...values, data }, await sniffKind(data));
  checkChoice('--kind', values.kind, Object.keys(FILE_KEYS), problems);
  checkChoice('--set', set, SETS, problems);
  if (labels !== undefined && kind !== 'idx' && kind !== 'npy') {
    const message = `found a file of targets beside ${kind}, expected it beside idx or npy`;
    problems.push({ where: '--labels', message });
  }
  return {
    ...{ data, kind, csv: readCsv(values, problems) },
    ...(labels !== undefined && { labels }),
    ...(set !== undefined && { set: set as SetName }),
  };
}

function checkChoice(
  where: string,
  value: unknown,
  names: readonly string[],
  problems: Problem[],
): void {
  if (value === undefined || names.includes(value as string)) return;
  const expected = `expected ${alternatives(names)}${didYouMean(value, names)}`;
  problems.push({ where, message: `found ${describeValue(value)}, ${expected}` });
}

function readCsv(values: Values, problems: Problem[]): Partial<CsvFormat> {
  const { target, ignore, header, skipLines } = values as Record<string, string | undefined>;
  const lines = skipLines === undefined ? undefined : number(skipLines);
  const isCount = Number.isInteger(lines) && Number(lines) >= 0;
  if (lines !== undefined && !isCount) {
    const message = `found ${describeValue(lines)}, expected a whole number from 0`;
    problems.push({ where: '--skip-lines', message });
  }
  return {
    ...(target !== undefined && { target: columns(target) as CsvFormat['target'] }),
    ...(ignore !== undefined && { ignore: list(ignore) as ColumnName[] }),
    ...(typeof values.header === 'boolean' && { header: header as unknown as boolean }),
    ...(isCount && { skipLines: Number(lines) }),
  };
}

/** As the command line says, else as the file was read that the model was trained on. */
export function csvFormat({ csv, kind }: Reading, { data }: ModelOrigin): CsvFormat {
  const asTrained = kind === data.kind ? trainedFormat(data) : {};
  return { ...CSV_DEFAULTS, ...asTrained, ...csv };
}

function trainedFormat({ target, ignore, header, skipLines }: ModelOrigin['data']) {
  const isColumn = (name: unknown): name is ColumnName =>
    typeof name === 'string' || Number.isInteger(name);
  const areColumns = (names: unknown): names is ColumnName[] =>
    Array.isArray(names) && names.every(isColumn);
  return {
    ...((isColumn(target) || areColumns(target)) && { target }),
    ...(areColumns(ignore) && { ignore }),
    ...((typeof header === 'boolean' || header === 'auto') && { header }),
    ...(Number.isInteger(skipLines) && Number(skipLines) >= 0 && { skipLines: Number(skipLines) }),
  } satisfies Partial<CsvFormat>;
}

/** The files and how they are read. */
export function fileFormat({ kind, data, labels }: Reading, csv: CsvFormat): FileFormat {
  const file = { path: data };
  const targets = labels === undefined ? undefined : { path: labels };
  switch (kind) {
    case 'csv':
      return { kind, file, ...csv };
    case 'json':
      return { kind, file };
    case 'idx':
      return { kind, images: file, ...(targets && { labels: targets }) };
    case 'npy':
      return { kind, x: file, ...(targets && { y: targets }) };
  }
}
