import { type LossConfig, nameOf } from '../../config/types.js';
import { columnOf, type Dataset, type Rows, rowOf } from '../dataset.js';

/**
 * The one answer that costs the training rows least: the mean of the targets, their median for
 * absolute errors. Of probabilities the mean as if every answer occurred once more than it does, so
 * that none is impossible. Undefined for losses without such an answer in closed form.
 */
export function constantAnswer(
  { outputs, train }: Pick<Dataset, 'outputs' | 'train'>,
  loss: LossConfig,
): Float64Array | undefined {
  const name = nameOf(loss);
  if (name === 'huber' || name === 'smooth-l1') return undefined;
  if (name === 'l1') return medians(train, outputs);
  const sums = sumsOf(train, outputs);
  if (name === 'binary-cross-entropy') return sums.map((sum) => (sum + 1) / (train.rows + 2));
  if (name === 'kl-divergence') return sums.map((sum) => (sum + 1) / (train.rows + outputs));
  return sums.map((sum) => sum / train.rows);
}

function sumsOf(set: Rows, outputs: number): Float64Array {
  const sums = new Float64Array(outputs);
  for (let j = 0; j < set.rows; j++) {
    const at = rowOf(set, j) * outputs;
    for (let o = 0; o < outputs; o++) sums[o] += set.y[at + o];
  }
  return sums;
}

function medians(set: Rows, outputs: number): Float64Array {
  const middle = (set.rows - 1) / 2;
  return Float64Array.from({ length: outputs }, (_, o) => {
    const column = columnOf(set, set.y, outputs, o).sort();
    return (column[Math.floor(middle)] + column[Math.ceil(middle)]) / 2;
  });
}
