import { InputError } from '../config/problem.js';
import { grouped } from '../config/text.js';
import type { SharedRows } from './shared.js';

/**
 * Whether there are enough rows to deal to the sets.
 *
 * @throws {InputError} (exit code 3) where there are not.
 */
export function checkRows({ data, table: { rows }, test, where }: SharedRows): void {
  const fail = (expected: string) => {
    const found = `found ${grouped(rows)} row${rows === 1 ? '' : 's'}`;
    return new InputError([{ where: where.train, message: `${found}, expected ${expected}` }], 3);
  };
  const toValidate = data.validationFraction > 0 ? 1 : 0;
  const words = toValidate ? 'one to train, one to validate' : 'one to train';
  if (test) {
    if (rows < 1 + toValidate) throw fail(`at least 2: ${words}`);
  } else if (rows < 2 + toValidate) {
    throw fail(`at least ${2 + toValidate}: ${words}, one to test`);
  }
  if (typeof data.folds !== 'number') return;
  if (rows < data.folds) throw fail(`at least ${grouped(data.folds)}: one for each fold`);
  const rest = rows - Math.ceil(rows / data.folds);
  if (rest < 1 + toValidate) throw fail(`more: every fold leaves ${words}`);
}
