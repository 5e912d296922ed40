import { InputError } from '../../config/problem.js';
import { quote } from '../../config/text.js';
import type { Table } from '../table.js';
import { renumber } from './class-names.js';
import { type CsvTable, columnProblems } from './csv.js';
import { fileError } from './problems.js';

/**
 * Makes sure that test rows are like the training rows, and numbers their classes as there.
 *
 * @param path of the test rows, for problems.
 * @throws {InputError} (exit code 3) where they differ.
 */
export function agree(train: Table, test: Table, path: string): void {
  if (isCsv(train) && isCsv(test)) {
    const problems = columnProblems(train, test, path);
    if (problems.length > 0) throw new InputError(problems, 3);
  }
  for (const what of ['inputs', 'outputs'] as const) {
    if (test[what] !== train[what])
      throw fileError(path, `found ${test[what]} ${what} a row, ${asInTraining(train[what])}`);
  }
  const [trainImage, testImage] = [shapeOf(train), shapeOf(test)];
  if (testImage !== trainImage)
    throw fileError(path, `found ${testImage}, ${asInTraining(trainImage)}`);
  agreeOnClasses(train, test, path);
}

function asInTraining(expected: string | number): string {
  return `expected ${expected} as in the training rows`;
}

function isCsv(table: Table): table is CsvTable {
  return 'columns' in table;
}

function shapeOf({ image }: Table): string {
  if (!image) return 'rows of numbers';
  return `images of ${image.height} × ${image.width} × ${image.channels}`;
}

function agreeOnClasses({ classNames }: Table, test: Table, path: string): void {
  if (!classNames !== !test.classNames) {
    const [found, expected] = classNames ? ['numbers', 'class names'] : ['class names', 'numbers'];
    throw fileError(path, `found ${found} as targets, ${asInTraining(expected)}`);
  }
  if (!classNames || !test.classNames) return;
  const unknown = test.classNames.find((name) => !classNames.includes(name));
  if (unknown !== undefined) {
    const known = classNames.slice(0, 10).map((name) => quote(name));
    const list = `${known.join(', ')}${classNames.length > known.length ? ', …' : ''}`;
    throw fileError(
      path,
      `found class ${quote(unknown)}, expected one of the training rows: ${list}`,
    );
  }
  renumber(test.y, test.classNames, classNames);
  test.classNames = classNames;
}
