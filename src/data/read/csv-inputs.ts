import { didYouMean } from '../../config/suggest.js';
import { alternatives, quote } from '../../config/text.js';
import type { AssignRoles } from './csv.js';
import { type ColumnName, type CsvFormat, targetsOf } from './csv-format.js';
import type { Columns } from './csv-header.js';
import { assignRoles, IGNORED, type Roles } from './csv-roles.js';
import type { ReadProblems } from './problems.js';

/** The columns of the file that a model was trained on. */
export interface KnownColumns {
  /** How many inputs and targets a row had. */
  inputs: number;
  targets: number;
  /** What they were called, where a header said so. */
  names?: { inputs: readonly string[]; targets: readonly ColumnName[] } | undefined;
}

/**
 * Finds the inputs of a model in a file that may lack targets and ignored columns of the file that it
 * was trained on: by their names where both files have a header, else by their places.
 */
export function assignInputs(known: KnownColumns, format: CsvFormat): AssignRoles {
  return (columns, problems, line) => {
    const add = (message: string) => problems.add(message, line);
    return columns.named && known.names
      ? byName(columns.names, known.names, add)
      : byPlace(columns, known, format, problems, add);
  };
}

type Add = (message: string) => void;

/** Other columns are left out, and so are the targets where not all of them are there. */
function byName(
  names: readonly string[],
  wanted: NonNullable<KnownColumns['names']>,
  add: Add,
): Roles | undefined {
  const indexOf = (name: ColumnName) => {
    if (typeof name === 'number') return name < 0 ? names.length + name : name;
    const index = names.indexOf(name);
    return index === names.lastIndexOf(name) ? index : -2;
  };
  const inputs = wanted.inputs.map(indexOf);
  const targets = wanted.targets.map(indexOf);
  const isThere = targets.every((index) => index >= 0 && index < names.length);
  inputs.forEach((index, i) => {
    if (index >= 0) return;
    const name = quote(wanted.inputs[i]);
    const found = index === -1 ? `found no column ${name}` : `found two columns ${name}`;
    const hint = index === -1 ? didYouMean(wanted.inputs[i], names) : '';
    add(`${found}, expected one: it is an input of the model${hint}`);
  });
  if (inputs.some((index) => index < 0)) return undefined;
  return rolesOf(names.length, inputs, isThere ? targets : []);
}

/** By how many columns there are. */
function byPlace(
  columns: Columns,
  { inputs, targets }: KnownColumns,
  format: CsvFormat,
  problems: ReadProblems,
  add: Add,
): Roles | undefined {
  const { length } = columns.names;
  const whole = inputs + targets + format.ignore.length;
  if (length === whole) return assignRoles(columns, format, problems);
  if (length === inputs) return rolesOf(length, range(inputs), []);
  if (length === whole - targets) return lacking('target', columns, whole, format, add);
  if (length === inputs + targets) return lacking('ignore', columns, whole, format, add);
  const widths = [...new Set([inputs, inputs + targets, whole])].map(String);
  const found = `found ${length} column${length === 1 ? '' : 's'}, expected ${alternatives(widths)}`;
  add(`${found}: ${inputs} inputs of the model, with targets or without`);
  return undefined;
}

/** The roles of a file without its targets, or without its ignored columns. */
function lacking(
  missing: 'target' | 'ignore',
  { names, named }: Columns,
  whole: number,
  { target, ignore }: CsvFormat,
  add: Add,
): Roles | undefined {
  const [gone, there] =
    missing === 'target' ? [targetsOf(target), ignore] : [ignore, targetsOf(target)];
  const normal = (index: ColumnName) =>
    typeof index === 'number' && index < 0 ? whole + index : index;
  // Indices count in the whole file.
  const left = range(whole).filter((index) => !gone.map(normal).includes(index));
  const indices = there.map((name) =>
    typeof name === 'string'
      ? named
        ? names.indexOf(name)
        : -1
      : left.indexOf(Number(normal(name))),
  );
  const lost = there.find((name, i) => {
    const isUnclear = typeof name === 'number' && gone.some((each) => typeof each === 'string');
    return indices[i] < 0 || isUnclear;
  });
  if (lost !== undefined) {
    const column = typeof lost === 'string' ? quote(lost) : String(lost);
    const how = missing === 'target' ? 'ignored column' : 'target column';
    add(
      `found ${names.length} columns without the ${how} ${column}, expected ${whole}, or a header`,
    );
    return undefined;
  }
  const inputs = range(names.length).filter((index) => !indices.includes(index));
  return rolesOf(names.length, inputs, missing === 'target' ? [] : indices);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function rolesOf(columns: number, inputs: readonly number[], targets: number[]): Roles {
  const places = new Int32Array(columns).fill(IGNORED);
  inputs.forEach((index, place) => {
    places[index] = place;
  });
  targets.forEach((index, k) => {
    places[index] = -1 - k;
  });
  return { places, inputs: inputs.length, targets };
}
