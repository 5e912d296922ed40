import type { Counting } from '../../plan/metrics.js';
import { type Dataset, type Rows, rowOf } from '../dataset.js';

type Sizes = Pick<Dataset, 'outputs'>;

/**
 * The accuracy of always giving the answer that is most frequent in the training rows, counted as
 * that of a network is.
 *
 * @param classes of labels.
 */
export function majorityAccuracy(
  { outputs, train, test }: Sizes & Pick<Dataset, 'train' | 'test'>,
  counting: Exclude<Counting, 'none'>,
  classes: number,
): { train: number; test: number } {
  if (counting === 'threshold') return byThreshold({ outputs, train, test });
  const classOf =
    counting === 'label' ? labelOf : (set: Rows, j: number) => largest(set, j, outputs);
  const counts = new Float64Array(counting === 'label' ? classes : outputs);
  for (let j = 0; j < train.rows; j++) counts[classOf(train, j)]++;
  const answer = counts.reduce((best, count, k) => (count > counts[best] ? k : best), 0);
  const accuracy = (set: Rows) => share(set.rows, (j) => classOf(set, j) === answer);
  return { train: accuracy(train), test: accuracy(test) };
}

/** Every output has an answer of its own. */
function byThreshold({ outputs, train, test }: Sizes & Pick<Dataset, 'train' | 'test'>) {
  const isOne = (set: Rows, j: number, o: number) => set.y[rowOf(set, j) * outputs + o] > 0.5;
  const answers = Array.from(
    { length: outputs },
    (_, o) => share(train.rows, (j) => isOne(train, j, o)) > 0.5,
  );
  const accuracy = (set: Rows) =>
    answers.reduce(
      (sum, answer, o) => sum + share(set.rows, (j) => isOne(set, j, o) === answer),
      0,
    ) / outputs;
  return { train: accuracy(train), test: accuracy(test) };
}

function share(rows: number, isSo: (j: number) => boolean): number {
  let count = 0;
  for (let j = 0; j < rows; j++) if (isSo(j)) count++;
  return count / rows;
}

function labelOf(set: Rows, j: number): number {
  return set.y[rowOf(set, j)];
}

/** The column of the largest target, the first of equals. */
function largest(set: Rows, j: number, outputs: number): number {
  const at = rowOf(set, j) * outputs;
  let best = 0;
  for (let o = 1; o < outputs; o++) if (set.y[at + o] > set.y[at + best]) best = o;
  return best;
}
