import type { ArraysDataConfig, Samples } from '../config/types.js';
import { NO_ROWS, type Rows } from './dataset.js';
import { digestRows } from './digest.js';
import { countClasses } from './labels.js';
import type { Source } from './source.js';

/**
 * Rows handed over in memory; the config was checked, so that all rows are equally long.
 *
 * @param labelled whether the targets are class labels.
 * @throws {InputError} (exit code 3) when they are not.
 */
export function openArrays(config: ArraysDataConfig, labelled = false): Source {
  const train = toRows(config.train);
  const test = toRows(config.test);
  const inputs = config.train.x[0].length;
  const outputs = config.train.y[0].length;
  return {
    shape: {
      inputs,
      outputs,
      ...(labelled && {
        classes: countClasses(
          outputs,
          { where: 'data.train', rows: train },
          { where: 'data.test', rows: test },
        ),
      }),
      trainRows: train.rows,
      validationRows: 0,
      testRows: test.rows,
    },
    dataset: (seed) => ({
      id: 'arrays',
      kind: 'arrays',
      seed,
      inputs,
      outputs,
      train,
      validation: NO_ROWS,
      test,
    }),
    files: new Map(),
    arraysSha256: digestRows({ train, test }),
  };
}

function toRows({ x, y }: Samples): Rows {
  return { rows: x.length, x: flatten(x), y: flatten(y) };
}

function flatten(rows: ArrayLike<ArrayLike<number>>): Float32Array {
  const width = rows.length === 0 ? 0 : rows[0].length;
  const flat = new Float32Array(rows.length * width);
  for (let row = 0; row < rows.length; row++) flat.set(rows[row], row * width);
  return flat;
}
