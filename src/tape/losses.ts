import { describeValue } from '../config/text.js';
import { LOSS_DEFAULTS } from '../config/training-defaults.js';
import type { LossConfig } from '../config/types.js';
import { lossOf } from '../train/loss.js';
import { tapeOf } from './operands.js';
import type { Backward } from './recording.js';
import { refuse } from './refuse.js';
import { run } from './run.js';
import { shapeOf, type Value } from './value.js';

// The losses of the trainer, by its own operations: docs/losses.md says what each is. Outputs o and
// targets y have a column a sample; the result is 1 × 1, summed in float64. Targets are constants.

/** The mean of (o − y)², over samples and outputs. */
export function mse(o: Value, y: Value): Value {
  return loss('mse', 'mse', o, y);
}

/** ½ Σ (o − y)². */
export function halfSse(o: Value, y: Value): Value {
  return loss('halfSse', 'half-sse', o, y);
}

/** The mean of |o − y|; slope 0 at 0. */
export function l1(o: Value, y: Value): Value {
  return loss('l1', 'l1', o, y);
}

/** The mean of r²/2 where |r| ≤ delta, r = o − y, else of delta (|r| − delta/2). @param delta above 0. */
export function huber(o: Value, y: Value, delta = LOSS_DEFAULTS.huber.delta): Value {
  expectPositive('huber', 'delta', delta);
  return loss('huber', { name: 'huber', delta }, o, y);
}

/** Huber's loss with delta = beta, divided by beta. @param beta above 0. */
export function smoothL1(o: Value, y: Value, beta = LOSS_DEFAULTS['smooth-l1'].beta): Value {
  expectPositive('smoothL1', 'beta', beta);
  return loss('smoothL1', { name: 'smooth-l1', beta }, o, y);
}

/**
 * The mean over samples of −log softmax(o) at the sample's class.
 *
 * @param o logits, a row a class.
 * @param y one row: the class of every sample, from 0.
 */
export function softmaxCrossEntropy(o: Value, y: Value): Value {
  const result = loss('softmaxCrossEntropy', 'softmax-cross-entropy', o, y);
  const labels = y.read();
  const odd = labels.findIndex((label) => !Number.isInteger(label) || label < 0 || label >= o.rows);
  if (odd >= 0) {
    const found = `class ${labels[odd]} of sample ${odd}`;
    refuse('softmaxCrossEntropy', found, `whole numbers from 0 to ${o.rows - 1}`);
  }
  return result;
}

/** The mean over samples and outputs of −y log σ(o) − (1 − y) log σ(−o). @param o logits. */
export function binaryCrossEntropy(o: Value, y: Value): Value {
  return loss('binaryCrossEntropy', 'binary-cross-entropy', o, y);
}

/**
 * The mean over samples of Σ y (log y − log softmax(o)), 0 log 0 = 0.
 *
 * @param o logits.
 * @param y probabilities, which add up to 1 in every column.
 */
export function klDivergence(o: Value, y: Value): Value {
  return loss('klDivergence', 'kl-divergence', o, y);
}

function loss(name: string, config: LossConfig, o: Value, y: Value): Value {
  const tape = tapeOf(name, o, y);
  const { targets, delta, sum, divisor } = lossOf(config);
  const { rows: m, columns: n } = o;
  if (y.rows !== targets(m) || y.columns !== n) {
    const found = `${shapeOf(o)} outputs and ${shapeOf(y)} targets`;
    refuse(name, found, `${targets(m)} × ${n} targets`);
  }
  if (y.tracked) refuse(name, 'targets that depend on a parameter', 'constants');
  const forward = ({ data }: Value) => {
    data[0] = sum(tape.kernels, o, y, m, n) / divisor(m, n);
  };
  const backward: Backward = (gradient) => {
    const write = (d: Value) => {
      const operation = delta(d, o, y, m, n);
      run(tape.kernels, { ...operation, scale: operation.scale * gradient.item() });
    };
    return tape.compute({ name, inputs: [gradient, o, y], shape: o, forward: write, backward: [] });
  };
  const shape = { rows: 1, columns: 1 };
  return tape.compute({ name, inputs: [o, y], shape, forward, backward: [backward] });
}

function expectPositive(name: string, parameter: string, value: number): void {
  if (value > 0 && value < Number.POSITIVE_INFINITY) return;
  refuse(name, `${parameter} ${describeValue(value)}`, 'a number greater than 0');
}
