import { takesLogits } from '../config/logits.js';
import { InputError } from '../config/problem.js';
import { type Encoding, type LossConfig, type LossName, nameOf } from '../config/types.js';
import type { DatasetShape } from '../plan/trial.js';
import { countClasses, type Labelled } from './labels.js';
import type { TakeFloats } from './source.js';

/** Targets as the loss takes them. */
export interface Encoded {
  /** Target columns. */
  outputs: number;
  /** Classes that the one target column names; absent where targets are numbers to the loss. */
  classes?: number;
  /** How targets name classes; see DatasetShape. */
  encoding?: DatasetShape['encoding'];
  train: Float32Array;
  test?: Float32Array;
}

/** Targets as they were read or drawn. */
export interface RawTargets {
  outputs: number;
  /** Whether the one column holds class labels by nature. */
  labelled: boolean;
  /** How many classes there are, where more is known than the labels tell. */
  classes?: number;
  train: Labelled;
  test?: Labelled;
}

/** Whether words may stand for classes: where a column is meant to hold classes. */
export function takesWords(encoding: Encoding, loss: LossConfig): boolean {
  if (encoding !== 'auto') return encoding !== 'number';
  return takesLogits(loss);
}

/**
 * Brings targets into the form that the config or the loss asks for; see Encoding.
 *
 * @param take gives room for columns that have to be made.
 * @throws {InputError} (exit code 3) for labels and probabilities that are none.
 */
export function encodeTargets(
  targets: RawTargets,
  encoding: Encoding,
  loss: LossConfig,
  take: TakeFloats = (count) => new Float32Array(count),
): Encoded {
  const name = nameOf(loss);
  const form = formOf(targets, encoding, name);
  const { outputs, train, test } = targets;
  if (form === 'number' || form === 'binary') {
    for (const set of [train, test]) if (set) checkTargets(set, outputs, name, form, set === test);
    const encoding = form === 'binary' && ({ encoding: form } as const);
    return { outputs, ...encoding, train: train.rows.y, ...(test && { test: test.rows.y }) };
  }
  const classes = targets.classes ?? countClasses(outputs, train, test);
  if (form === 'label')
    return {
      ...{ outputs, classes, encoding: form },
      ...{ train: train.rows.y, ...(test && { test: test.rows.y }) },
    };
  const columns = ({ where, rows }: Labelled) => {
    if (rows.y.length * classes > MOST_FLOATS) {
      const message = `found ${classes} classes, expected fewer: ${rows.y.length} rows with a column for each take too much memory`;
      throw new InputError([{ where, message }], 3);
    }
    return oneHot(rows.y, classes, take);
  };
  return {
    ...{ outputs: classes, encoding: 'one-hot' },
    ...{ train: columns(train), ...(test && { test: columns(test) }) },
  };
}

/** Of the columns of one set: 4 GiB. */
const MOST_FLOATS = 1 << 30;

/** What `auto` stands for. */
function formOf(
  targets: RawTargets,
  encoding: Encoding,
  loss: LossName,
): Exclude<Encoding, 'auto'> {
  if (encoding !== 'auto') return encoding;
  if (loss === 'softmax-cross-entropy') return 'label';
  if (!targets.labelled) return 'number';
  const classes = targets.classes ?? countClasses(targets.outputs, targets.train, targets.test);
  return loss === 'binary-cross-entropy' && classes <= 2 ? 'binary' : 'one-hot';
}

function oneHot(labels: Float32Array, classes: number, take: TakeFloats): Float32Array {
  const columns = take(labels.length * classes).fill(0);
  labels.forEach((label, row) => {
    columns[row * classes + label] = 1;
  });
  return columns;
}

function oneClass(where: string, label: number): InputError {
  const message = `found target ${label} in every row, expected rows of two classes`;
  return new InputError([{ where, message }], 3);
}

/** A row of probabilities adds up to 1, as far as float32 and a few digits in a file can. */
const TOLERANCE = 1e-3;

function checkTargets(
  { where, rows: { y } }: Labelled,
  outputs: number,
  loss: LossName,
  form: Encoding,
  isTest: boolean,
): void {
  const fail = (found: string, at: number, expected: string) => {
    const row = Math.floor(at / outputs) + 1;
    const message = `found ${found} in data row ${row}, expected ${expected}`;
    return new InputError([{ where, message }], 3);
  };
  if (outputs === 1 && (form === 'binary' || loss === 'binary-cross-entropy')) {
    const [first] = y;
    const isLabel = first === 0 || first === 1;
    if (!isTest && isLabel && y.length > 1 && y.every((target) => target === first))
      throw oneClass(where, first);
  }
  if (form === 'binary') {
    const odd = y.findIndex((target) => target !== 0 && target !== 1);
    if (odd >= 0) throw fail(`target ${y[odd]}`, odd, '0 or 1');
  }
  if (loss !== 'binary-cross-entropy' && loss !== 'kl-divergence') return;
  const outside = y.findIndex((target) => !(target >= 0 && target <= 1));
  if (outside >= 0)
    throw fail(`target ${y[outside]}`, outside, `a number from 0 to 1 with loss ${loss}`);
  if (loss !== 'kl-divergence') return;
  for (let at = 0; at < y.length; at += outputs) {
    let sum = 0;
    for (let o = 0; o < outputs; o++) sum += y[at + o];
    if (sum >= 1 - TOLERANCE && sum <= 1 + TOLERANCE) continue;
    throw fail(
      `targets with the sum ${sum}`,
      at,
      `probabilities that add up to 1 with loss ${loss}`,
    );
  }
}
