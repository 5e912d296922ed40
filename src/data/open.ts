import type { DataConfig, LossName } from '../config/types.js';
import { openArrays } from './arrays.js';
import { generate, TARGETS } from './generate.js';
import { namesClasses } from './labels.js';
import type { Source } from './source.js';

/**
 * Reads what has to be read.
 *
 * @param loss decides whether targets are numbers or class labels.
 * @throws {InputError} (exit code 3) for files and rows that lie.
 */
export async function openSource(config: DataConfig, loss: LossName = 'mse'): Promise<Source> {
  const labelled = namesClasses(loss);
  switch (config.kind) {
    case 'csv': {
      const { openCsv } = await import('./csv-source.js');
      return openCsv(config, labelled);
    }
    case 'arrays':
      return openArrays(config, labelled);
    default: {
      const target = TARGETS[config.kind];
      return {
        shape: {
          inputs: target.length,
          outputs: 1,
          trainRows: config.train,
          validationRows: 0,
          testRows: config.test,
        },
        dataset: (seed) => generate(config, seed),
        files: new Map(),
        target,
      };
    }
  }
}
