import { resolveConfig } from '../../src/config/resolve.js';
import type { DataConfig, LossConfig } from '../../src/config/types.js';
import { type Dataset, type Rows, rowOf } from '../../src/data/dataset.js';
import { openSource } from '../../src/data/open.js';
import type { TakeFloats } from '../../src/data/source.js';

const SEEDS = { seed: 42, seeds: 1 };

/** Data of a partial config, completed with the defaults. */
function dataOf(data: object, loss: LossConfig = 'mse'): DataConfig {
  return resolveConfig({ data, training: { batchSize: 1, loss } }).data;
}

export async function open(
  data: object,
  { loss = 'mse' as LossConfig, seeds = SEEDS, take = undefined as TakeFloats | undefined } = {},
) {
  return openSource(dataOf(data, loss), loss, seeds, take ? { take } : {});
}

/** The samples of a set, in their order. */
export function samplesOf(
  { inputs, outputs }: Pick<Dataset, 'inputs' | 'outputs'>,
  set: Rows,
): { x: number[]; y: number[] }[] {
  return Array.from({ length: set.rows }, (_, j) => {
    const row = rowOf(set, j);
    return {
      x: [...set.x.subarray(row * inputs, (row + 1) * inputs)],
      y: [...set.y.subarray(row * outputs, (row + 1) * outputs)],
    };
  });
}
