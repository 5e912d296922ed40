import { didYouMean } from '../../config/suggest.js';
import { alternatives, quote } from '../../config/text.js';
import { type ColumnName, type CsvFormat, targetsOf } from './csv-format.js';
import type { Columns } from './csv-header.js';
import type { ReadProblems } from './problems.js';

/** What the columns of a file are for. */
export interface Roles {
  /** Of each column its place in a row of x; of target k −1 − k. */
  places: Int32Array;
  inputs: number;
  /** Columns of the targets, in the order in which they were asked for. */
  targets: number[];
}

/** The place of a column that is left out. */
export const IGNORED = -(1 << 30);

/** Finds the columns that are named; undefined when there is any that is not. */
export function assignRoles(
  columns: Columns,
  { target, ignore }: CsvFormat,
  problems: ReadProblems,
): Roles | undefined {
  const find = (names: readonly ColumnName[], noun: Noun) =>
    names.map((name) => findColumn(columns, name, noun, problems));
  const targets = find(targetsOf(target), 'target');
  const ignored = find(ignore, 'ignored');
  if (!targets.every(isFound) || !ignored.every(isFound)) return undefined;
  const all = [...targets, ...ignored];
  const twice = targets.find((index, i) => all.indexOf(index) !== i || ignored.includes(index));
  if (twice !== undefined) {
    const found = `found column ${quote(columns.names[twice])} as target`;
    problems.add(
      `${found} and ${ignored.includes(twice) ? 'ignored' : 'again'}, expected one of it`,
    );
    return undefined;
  }
  const places = new Int32Array(columns.names.length);
  ignored.forEach((index) => {
    places[index] = IGNORED;
  });
  targets.forEach((index, k) => {
    places[index] = -1 - k;
  });
  const inputs = numberInputs(places);
  if (inputs > 0 && targets.length > 0) return { places, inputs, targets };
  problems.add(`found no ${inputs > 0 ? 'target' : 'input'} column, expected at least one`);
  return undefined;
}

function isFound(index: number | undefined): index is number {
  return index !== undefined;
}

function numberInputs(places: Int32Array): number {
  let inputs = 0;
  for (let i = 0; i < places.length; i++) if (places[i] === 0) places[i] = inputs++;
  return inputs;
}

type Noun = 'target' | 'ignored';

function findColumn(columns: Columns, name: ColumnName, noun: Noun, problems: ReadProblems) {
  if (typeof name === 'string') return findName(columns, name, noun, problems);
  const count = columns.names.length;
  const index = name < 0 ? count + name : name;
  if (Number.isInteger(index) && index >= 0 && index < count) return index;
  problems.add(`found no ${noun} column ${name}, expected an index from ${-count} to ${count - 1}`);
  return undefined;
}

function findName({ names, named }: Columns, name: string, noun: Noun, problems: ReadProblems) {
  const index = names.indexOf(name);
  const what = noun === 'target' ? 'the target' : 'the ignored column';
  if (!named) {
    problems.add(`found no header that names ${what} ${quote(name)}, expected one`);
  } else if (index < 0) {
    const known = names.slice(0, 20).map((each) => quote(each));
    const list = names.length > 20 ? `${known.join(', ')}, …` : alternatives(known);
    problems.add(
      `found no ${noun} column ${quote(name)}, expected ${list}${didYouMean(name, names)}`,
    );
  } else if (names.lastIndexOf(name) !== index) {
    problems.add(`found two columns ${quote(name)}, expected one; name ${what} by its index`);
  } else return index;
  return undefined;
}
