import { type LossConfig, nameOf } from '../config/types.js';
import type { DatasetShape } from './trial.js';

/** What is measured of a set beside its loss. */
export type MetricName = 'accuracy' | 'mae' | 'r2';

/**
 * How right answers are counted: the largest output against a class index or against the largest
 * target, or every output against a threshold. `none`: the targets are quantities.
 */
export type Counting = 'label' | 'one-hot' | 'threshold' | 'none';

export function countingOf(
  loss: LossConfig,
  { encoding }: Pick<DatasetShape, 'encoding'>,
): Counting {
  const name = nameOf(loss);
  if (name === 'softmax-cross-entropy') return 'label';
  if (encoding === 'one-hot' || name === 'kl-divergence') return 'one-hot';
  return encoding === 'binary' || name === 'binary-cross-entropy' ? 'threshold' : 'none';
}

/** What an output must exceed to say yes: ½, or 0 where it is a logit. */
export function thresholdOf(loss: LossConfig): number {
  return nameOf(loss) === 'binary-cross-entropy' ? 0 : 0.5;
}

/** Accuracy where targets are classes; mean absolute error and R² where they are quantities. */
export function metricsOf(loss: LossConfig, shape: DatasetShape): readonly MetricName[] {
  return countingOf(loss, shape) === 'none' ? ['mae', 'r2'] : ['accuracy'];
}

/** One of the sets that are measured. */
export type SetName = 'train' | 'validation' | 'test';
/** In the order in which their values are kept. */
export const SETS = ['train', 'validation', 'test'] as const satisfies readonly SetName[];

/** Float64 values kept of an evaluated epoch: loss and two metrics of every set, the penalty. */
export const SET_VALUES = 3;
export const PENALTY_VALUE = SET_VALUES * SETS.length;
export const POINT_VALUES = PENALTY_VALUE + 1;

/** A confusion matrix of more classes than that is no longer looked at. */
const MOST_CONFUSED = 100;

/** Classes of the confusion matrix of the test set; 0: there is none. */
export function confusedClasses(loss: LossConfig, shape: DatasetShape): number {
  const counting = countingOf(loss, shape);
  const classes =
    counting === 'label'
      ? (shape.classes ?? 0)
      : counting === 'one-hot'
        ? shape.outputs
        : counting === 'threshold' && shape.outputs === 1
          ? 2
          : 0;
  return classes <= MOST_CONFUSED ? classes : 0;
}
