import { InputError } from '../config/problem.js';
import { quote } from '../config/text.js';
import { encodeTargets } from '../data/encoding.js';
import { checkLabels } from '../data/labels.js';
import { renumber } from '../data/read/class-names.js';
import type { Table } from '../data/table.js';
import type { Measure } from './origin.js';
import type { ModelRecord } from './record.js';

type Asked = Pick<ModelRecord, 'answer' | 'network'>;

/** Target columns of a row as files hold them: classes are named by one. */
export function targetColumns({ network }: Asked, { form }: Measure): number {
  return form === 'label' || form === 'one-hot' ? 1 : outputsOf(network);
}

function outputsOf({ layers }: ModelRecord['network']): number {
  return layers[layers.length - 1].units;
}

/**
 * The targets of rows in the form that the loss of a model takes; classes are numbered as in the model.
 *
 * @param table is changed where its class names are numbered in another way.
 * @param where the targets are, for problems.
 * @throws {InputError} (exit code 3) for classes that the model does not know, and for targets that are
 *   none to its loss.
 */
export function targetsFor(
  model: Asked,
  { loss, form }: Measure,
  table: Pick<Table, 'y' | 'outputs' | 'classNames'>,
  where: string,
): Float32Array {
  const fail = (message: string) => new InputError([{ where, message }], 3);
  const columns = targetColumns(model, { loss, form });
  if (table.outputs !== columns) {
    const found = `found ${table.outputs} target${table.outputs === 1 ? '' : 's'} a row`;
    throw fail(`${found}, expected ${columns} as in the training of the model`);
  }
  const { answer } = model;
  const names = answer.kind === 'numbers' ? undefined : answer.classNames;
  nameClasses(table, names, fail);
  const rows = { where, rows: table };
  const classes = outputsOf(model.network);
  if (form === 'label' || form === 'one-hot') checkLabels(rows, classes);
  const none = { where, rows: { y: new Float32Array(0) } };
  const targets = { outputs: columns, labelled: false, classes, train: none, test: rows };
  return encodeTargets(targets, form, loss).test!;
}

/** Numbers the classes of a table as the model does. */
function nameClasses(
  { y, classNames }: Pick<Table, 'y' | 'classNames'>,
  names: readonly string[] | undefined,
  fail: (message: string) => Error,
): void {
  if (!classNames && !names) return;
  if (!names)
    throw fail('found class names as targets, expected numbers as the model answers with');
  const known = names.slice(0, 10).map((name) => quote(name));
  const list = `${known.join(', ')}${names.length > known.length ? ', …' : ''}`;
  if (!classNames)
    throw fail(`found numbers as targets, expected the classes of the model: ${list}`);
  const unknown = classNames.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw fail(`found class ${quote(unknown)}, expected one of the model: ${list}`);
  renumber(y, classNames, names);
}
