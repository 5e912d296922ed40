import { InputError, type Problem } from '../config/problem.js';
import { grouped } from '../config/text.js';
import type { Outline } from './entries.js';
import type { SharedRows } from './shared.js';

/**
 * Whether there are enough rows to deal to the sets, one to each at least, and the test rows that are
 * asked for.
 *
 * @throws {InputError} (exit code 3) where there are not.
 */
export function checkRows({ data, table: { rows }, test, where }: SharedRows): void {
  const { testRows = 1 } = data;
  const fail = (expected: string) => tooFew(where.train, rows, expected);
  const toValidate = data.validationFraction > 0 ? 1 : 0;
  const words = toValidate ? 'one to train, one to validate' : 'one to train';
  if (test) {
    const problems: Problem[] = [];
    if (rows < 1 + toValidate) problems.push(fail(`at least 2: ${words}`));
    if (test.rows < testRows) {
      const expected = `at least the ${grouped(testRows)} that testRows asks for`;
      problems.push(tooFew(where.test, test.rows, expected, 'test row'));
    }
    throwAny(problems);
  } else if (rows < 1 + toValidate + testRows) {
    const tests = testRows === 1 ? 'one' : grouped(testRows);
    const least = grouped(1 + toValidate + testRows);
    throwAny([fail(`at least ${least}: ${words}, ${tests} to test`)]);
  }
  if (typeof data.folds !== 'number') return;
  if (rows < data.folds) throwAny([fail(`at least ${grouped(data.folds)}: one for each fold`)]);
  const rest = rows - Math.ceil(rows / data.folds);
  if (rest < 1 + toValidate) throwAny([fail(`more: every fold leaves ${words}`)]);
}

/**
 * Whether test and validation rows leave as many as `trainRows` asks for.
 *
 * @throws {InputError} (exit code 3) where they do not.
 */
export function checkTrainRows(
  { data: { trainRows }, table: { rows }, test, where }: SharedRows,
  outlines: readonly Outline[],
): void {
  const short = outlines.find(
    (outline) => trainRows !== undefined && outline.trainRows < trainRows,
  );
  if (!short) return;
  const held = [
    ...(test ? [] : [`${grouped(short.testRows)} to test`]),
    ...(short.validationRows > 0 ? [`${grouped(short.validationRows)} to validate`] : []),
  ];
  const left = held.length > 0 ? `${held.join(' and ')} leave ${grouped(short.trainRows)}, ` : '';
  const expected = `more: ${left}trainRows asks for ${grouped(trainRows!)}`;
  throwAny([tooFew(where.train, rows, expected)]);
}

function tooFew(where: string, rows: number, expected: string, noun = 'row'): Problem {
  const found = `found ${grouped(rows)} ${noun}${rows === 1 ? '' : 's'}`;
  return { where, message: `${found}, expected ${expected}` };
}

function throwAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(problems, 3);
}
