import { InputError } from '../../config/problem.js';
import { alternatives, quote } from '../../config/text.js';
import type { Table } from '../../data/table.js';
import type { Model } from '../../model/model.js';
import { counted, figure, grouped, percent } from '../../results/wording.js';

/** What may be said of answers whose targets are known: lines for people, numbers for programs. */
export interface Score {
  lines: string[];
  numbers: Record<string, unknown>;
}

/**
 * Compares answers with the targets of the rows.
 *
 * @throws {InputError} (exit code 3) for targets that the model knows nothing of.
 */
export function score(model: Model, table: Table, path: string): Score {
  return model.answer.kind === 'numbers'
    ? ofNumbers(model, table, path)
    : ofClasses(model, table, path);
}

function ofNumbers(model: Model, { rows, outputs, x, y }: Table, path: string): Score {
  if (outputs !== model.outputs) {
    throw refused(path, `${outputs} targets in a row`, `the ${model.outputs} of the model`);
  }
  const answers = model.predict(x);
  const means = new Float64Array(outputs);
  for (let i = 0; i < y.length; i++) means[i % outputs] += y[i];
  let [squares, distances, spread] = [0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    const residual = answers[i] - y[i];
    squares += residual * residual;
    distances += Math.abs(residual);
    const deviation = y[i] - means[i % outputs] / rows;
    spread += deviation * deviation;
  }
  const numbers = {
    mse: squares / y.length,
    mae: distances / y.length,
    ...(spread > 0 && { r2: 1 - squares / spread }),
  };
  const words = [
    `MSE ${figure(numbers.mse)}`,
    `mean absolute error ${figure(numbers.mae)}`,
    ...(numbers.r2 === undefined ? [] : [`R² ${figure(numbers.r2)}`]),
  ];
  return { lines: [`${counted(rows, 'row')}: ${words.join(', ')}`], numbers };
}

function ofClasses(model: Model, table: Table, path: string): Score {
  const answers = model.classify(table.x);
  const truth = classesOf(model, table, path);
  const hits = answers.reduce((count, answer, i) => count + Number(answer === truth[i]), 0);
  const accuracy = hits / answers.length;
  const asked = model.answer.kind === 'binary' ? model.outputs : 1;
  const what = asked === 1 ? counted(table.rows, 'row') : counted(answers.length, 'answer');
  const line = `${what}: ${percent(accuracy)} right (${grouped(hits)} of ${grouped(answers.length)})`;
  if (asked > 1) return { lines: [line], numbers: { accuracy } };
  const names = model.classNames;
  const confusion = names.map(() => names.map(() => 0));
  answers.forEach((answer, i) => {
    confusion[truth[i]][answer]++;
  });
  return { lines: [line, ...matrix(confusion, names)], numbers: { accuracy, confusion } };
}

/** A table of more classes would not fit a terminal. */
const MOST_CLASSES = 20;

function matrix(confusion: readonly number[][], names: readonly string[]): string[] {
  if (names.length > MOST_CLASSES) return [];
  const rows = [['class', ...names], ...confusion.map((row, k) => [names[k], ...row.map(String)])];
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  );
  return ['', 'samples by class (row) and answer (column)', ...lines];
}

/** The number of the class of every answer, by the names that the model knows. */
function classesOf(model: Model, { rows, outputs, y, classNames }: Table, path: string) {
  const { classNames: known, outputs: asked } = model;
  const each = model.answer.kind === 'binary' ? asked : 1;
  if (outputs === known.length && each === 1 && outputs > 1) return oneHot(y, rows, outputs);
  if (outputs !== each) {
    throw refused(path, `${outputs} targets in a row`, each === 1 ? 'a class' : `${each}`);
  }
  return Uint32Array.from(y, (value) => {
    const name = classNames ? classNames[value] : String(value);
    const index = classNames || !Number.isInteger(value) ? known.indexOf(name) : value;
    if (index >= 0 && index < known.length) return index;
    throw refused(path, `class ${quote(name)}`, `one of the model: ${alternatives(known)}`);
  });
}

function oneHot(y: Float32Array, rows: number, outputs: number): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, j) =>
    y.subarray(j * outputs, (j + 1) * outputs).indexOf(1),
  );
}

function refused(path: string, found: string, expected: string): InputError {
  return new InputError([{ where: path, message: `found ${found}, expected ${expected}` }], 3);
}
