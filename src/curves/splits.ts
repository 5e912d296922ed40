import { columnOf, type Dataset } from '../data/dataset.js';
import { TRIAL } from '../memory/control.js';
import { type BiasVariance, biasVariance } from '../stats/bias-variance.js';
import type { SharedCurves } from './collect.js';

/**
 * Bias and variance of the finished runs of every variant at its fixed points, by id of the variant;
 * none where there are fewer than two.
 *
 * @param datasets the dataset table.
 */
export function collectSplits(
  { plan, layout, memory, control }: SharedCurves,
  datasets: readonly Dataset[],
): Map<string, BiasVariance> {
  const found = new Map<string, BiasVariance>();
  if (!plan.points) return found;
  const truths = new Map<number, Float32Array>();
  plan.variants.forEach(({ id, network }, variant) => {
    const { units } = network.layers[network.layers.length - 1];
    const own = plan.trials.filter(
      (trial) => trial.variant === variant && control.state(trial.index) === TRIAL.done,
    );
    const points = own.length > 0 ? plan.points![own[0].dataset] : undefined;
    if (points === undefined) return;
    const truth = truths.get(points.dataset) ?? targetsOf(datasets[points.dataset]);
    truths.set(points.dataset, truth);
    const answers = own.map(({ index }) =>
      new Float32Array(memory.buffer, layout.answers[index]!, truth.length).slice(),
    );
    const split = truth.length % units === 0 ? biasVariance(answers, truth) : null;
    if (split) found.set(id, split);
  });
  return found;
}

/** Of the test rows, sample by sample. */
function targetsOf({ test, outputs }: Dataset): Float32Array {
  const targets = new Float32Array(test.rows * outputs);
  for (let o = 0; o < outputs; o++) {
    columnOf(test, test.y, outputs, o).forEach((value, j) => {
      targets[j * outputs + o] = value;
    });
  }
  return targets;
}
