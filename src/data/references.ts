import { takesLogits } from '../config/logits.js';
import type { LossConfig } from '../config/types.js';
import { leastSquares } from '../math/least-squares.js';
import { log } from '../math/log.js';
import { countingOf } from '../plan/metrics.js';
import type { DatasetShape } from '../plan/trial.js';
import type { References } from '../results/schema.js';
import { columnOf, type Dataset, type Rows, rowOf } from './dataset.js';
import { constantAnswer } from './references/constant.js';
import { majorityAccuracy } from './references/majority.js';
import { type Score, scoreOf } from './references/scores.js';
import { evaluateTangent, type PowerSum } from './target.js';

/** What is known beside the rows. */
interface Referenced {
  shape?: Pick<DatasetShape, 'classes' | 'encoding'>;
  target?: PowerSum | undefined;
  /** How many datasets share the time for it. */
  datasets?: number;
  /** Whether the constant answer is enough. */
  constantOnly?: boolean;
}

/** Writes the prediction for one sample into `out` (one entry per output). */
type Predict = (x: Float32Array, at: number, out: Float64Array) => void;

/**
 * What predictors that need no network reach by the loss that is trained: the best constant answer
 * and the linear fit of least squares; for a known target its tangent continuation, for classes the
 * most frequent one.
 */
export function referencePredictors(
  dataset: Dataset,
  loss: LossConfig,
  { shape = {}, target, datasets = 1, constantOnly = false }: Referenced = {},
): References {
  const counting = countingOf(loss, shape);
  const majority = !constantOnly &&
    counting !== 'none' && {
      majority: majorityAccuracy(dataset, counting, shape.classes ?? 0),
    };
  if (shape.classes !== undefined)
    return { ...classFrequencies(dataset, shape.classes), ...majority };
  const measure = scoreOf(loss);
  const score = (predict: Predict) => ({
    train: lossOf(measure, dataset, dataset.train, predict),
    test: lossOf(measure, dataset, dataset.test, predict),
  });
  const constant = constantAnswer(dataset, loss);
  // Of logits a linear fit of the targets is no prediction.
  const isLinear = !constantOnly && !takesLogits(loss) && affordsLinearFit(dataset, datasets);
  const tangent: Predict | false | undefined =
    !constantOnly &&
    target &&
    ((x, at, out) => {
      out[0] = evaluateTangent(target, x, at);
    });
  return {
    dataset: dataset.id,
    ...(constant && { constant: score((_x, _at, out) => out.set(constant)) }),
    ...(isLinear && { linear: score(linearPredictor(dataset)) }),
    ...(tangent && { tangent: score(tangent) }),
    ...majority,
  };
}

/** The cross-entropy of guessing every class as often as the training rows name it, each counted
 * once more than it occurs so that none is impossible. */
function classFrequencies({ id, train, test }: Dataset, classes: number): References {
  const counts = new Float64Array(classes).fill(1);
  for (let j = 0; j < train.rows; j++) counts[train.y[rowOf(train, j)]]++;
  const costs = counts.map((count) => -log(count / (train.rows + classes)));
  const mean = (set: Rows) => {
    let sum = 0;
    for (let j = 0; j < set.rows; j++) sum += costs[set.y[rowOf(set, j)]];
    return sum / set.rows;
  };
  return { dataset: id, constant: { train: mean(train), test: mean(test) } };
}

function lossOf(
  { cost, divisor }: Score,
  { inputs, outputs }: Dataset,
  set: Rows,
  predict: Predict,
): number {
  const out = new Float64Array(outputs);
  let sum = 0;
  for (let j = 0; j < set.rows; j++) {
    const row = rowOf(set, j);
    predict(set.x, row * inputs, out);
    for (let o = 0; o < outputs; o++) {
      sum += cost(out[o], set.y[row * outputs + o]);
    }
  }
  return sum / divisor(outputs, set.rows);
}

/** Operations that a linear fit may cost: half a second. MNIST's 8,000 × 784 would take ten. */
const LINEAR_FIT_LIMIT = 1e9;

/** Whether the best linear fit is worth its price, for each of so many datasets. */
function affordsLinearFit({ inputs, train }: Dataset, datasets: number): boolean {
  const limit = Math.min(LINEAR_FIT_LIMIT, (4 * LINEAR_FIT_LIMIT) / datasets);
  return 2 * train.rows * (inputs + 1) * (inputs + 1) <= limit;
}

function linearPredictor({ inputs, outputs, train }: Dataset): Predict {
  const { rows, x, y } = train;
  const ones = new Float64Array(rows).fill(1);
  const design = [ones, ...Array.from({ length: inputs }, (_, i) => columnOf(train, x, inputs, i))];
  const targets = Array.from({ length: outputs }, (_, o) => columnOf(train, y, outputs, o));
  const betas = leastSquares(design, targets);
  return (sample, at, out) => {
    betas.forEach((beta, o) => {
      let sum = beta[0];
      for (let i = 0; i < inputs; i++) sum += beta[i + 1] * sample[at + i];
      out[o] = sum;
    });
  };
}
