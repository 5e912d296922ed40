import { InputError, type Problem } from '../config/problem.js';
import type { SweepConfig, TrainingConfig } from '../config/types.js';
import { type Setting, settingsOf } from '../config/variants/settings.js';
import { movesImages } from './augmentation.js';
import { groupData } from './groups.js';
import type { Entry } from './plan.js';
import type { DatasetShape } from './trial.js';

/**
 * What is only known when the data has been read.
 *
 * @param known problems that were found otherwise, to be reported in one pass.
 * @throws {InputError} when a minibatch would be larger than a training set, when a training waits
 *   for a validation set that is empty, or when images are to be moved where there are none.
 */
export function checkShapes(
  config: SweepConfig,
  entries: readonly Pick<Entry, 'shape' | 'group'>[],
  settings: readonly Setting[] = settingsOf(config),
  known: readonly Problem[] = [],
): void {
  const { of } = groupData(settings);
  const problems = settings.flatMap(({ config: { training } }, i) => {
    const own = entries.filter(({ group = 0 }) => group === of[i]);
    return shapeProblems(
      training,
      own.map(({ shape }) => shape),
    );
  });
  const distinct = new Map(
    [...problems, ...known].map((each) => [`${each.where} ${each.message}`, each]),
  );
  if (distinct.size > 0) throw new InputError([...distinct.values()]);
}

function shapeProblems(training: TrainingConfig, shapes: readonly DatasetShape[]): Problem[] {
  const problems: Problem[] = [];
  const rows = shapes.reduce(
    (least, { trainRows }) => Math.min(least, trainRows),
    Number.MAX_VALUE,
  );
  const isBatched = training.method !== 'least-squares' && training.batchSize !== 'full';
  if (isBatched && Number(training.batchSize) > rows) {
    const message = `found ${training.batchSize}, expected at most the ${rows} training rows`;
    problems.push({ where: 'training.batchSize', message });
  }
  const { earlyStopping } = training;
  const waits = earlyStopping !== 'none' && earlyStopping.monitor === 'validation';
  if (waits && shapes.some(({ validationRows }) => validationRows === 0)) {
    const message =
      'found early stopping without validation rows, expected some: set data.validationFraction';
    problems.push({ where: 'training.earlyStopping', message });
  }
  if (movesImages(training.augmentation) && shapes.some(({ image }) => !image)) {
    const message =
      'found flips, shifts or rotation for rows that are no images, ' +
      'expected images: data of kind idx or npy that holds some, or data.image';
    problems.push({ where: 'training.augmentation', message });
  }
  return problems;
}
