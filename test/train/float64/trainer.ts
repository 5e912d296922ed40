/**
 * An independent trainer: plain loops in float64, sample-major, PyTorch's definitions, none of our
 * code. It is itself checked against PyTorch's float64 curves before anything is compared with it.
 */
import type {
  ActivationConfig,
  ClipConfig,
  LossConfig,
  OptimizerConfig,
  PenaltyConfig,
} from '../../../src/config/types.js';
import { activate, backThrough } from './activations.js';
import { gradientOf, lossOf } from './losses.js';
import { createStepper, type Stepper } from './optimizers.js';

export interface Model {
  weights: number[][][];
  biases: number[][];
}

type Rows = number[][];

/** What is differentiated. */
export interface Objective {
  /** Of every layer. */
  activations: ActivationConfig[];
  loss: LossConfig;
  penalty?: PenaltyConfig;
}

export interface Problem extends Objective {
  x: Rows;
  y: Rows;
  batchSize: number;
  epochs: number;
  optimizer: OptimizerConfig;
  clip?: ClipConfig;
  /** By the training loss: ends after so many epochs without a better one, and keeps the best. */
  patience?: number;
  /** Layers that are not trained, and layers without bias. */
  frozen?: readonly number[];
  unbiased?: readonly number[];
}

/** The arguments z of every layer, and the activations, the input first. */
function forward({ weights, biases }: Model, { activations }: Objective, input: number[]) {
  const [arguments_, outputs] = [[] as Rows, [input]];
  weights.forEach((rows, l) => {
    const below = outputs[l];
    const z = rows.map((row, i) => row.reduce((sum, w, j) => sum + w * below[j], biases[l][i]));
    arguments_.push(z);
    outputs.push(activate(activations[l], z));
  });
  return { z: arguments_, a: outputs };
}

export function outputsOf(model: Model, objective: Objective, x: Rows): Rows {
  return x.map((input) => forward(model, objective, input).a.at(-1)!);
}

/** Of the data, without penalties. */
export function loss(model: Model, objective: Objective, x: Rows, y: Rows): number {
  return lossOf(objective.loss, outputsOf(model, objective, x), y);
}

export function penaltyOf({ weights }: Model, { penalty = NONE }: Objective): number {
  const all = weights.flat(2);
  const sum = (of: (w: number) => number) => all.reduce((total, w) => total + of(w), 0);
  return penalty.l1 * sum(Math.abs) + penalty.l2 * sum((w) => w * w);
}

const NONE: PenaltyConfig = { l1: 0, l2: 0 };

/** Of loss and penalties, and of the loss at the inputs. */
export function gradient(model: Model, objective: Objective, x: Rows, y: Rows) {
  const { l1, l2 } = objective.penalty ?? NONE;
  const found: Model = {
    weights: model.weights.map((rows) =>
      rows.map((row) => row.map((w) => l1 * Math.sign(w) + 2 * l2 * w)),
    ),
    biases: model.biases.map((row) => row.map(() => 0)),
  };
  const passes = x.map((input) => forward(model, objective, input));
  const deltas = gradientOf(
    objective.loss,
    passes.map(({ a }) => a.at(-1)!),
    y,
  );
  const inputs = passes.map(({ z, a }, s) => {
    let delta = deltas[s];
    for (let l = model.weights.length - 1; l >= 0; l--) {
      delta = backThrough(objective.activations[l], z[l], delta);
      delta.forEach((d, i) => {
        found.biases[l][i] += d;
        a[l].forEach((value, j) => {
          found.weights[l][i][j] += d * value;
        });
      });
      const upper = delta;
      delta = a[l].map((_, j) => upper.reduce((sum, d, i) => sum + d * model.weights[l][i][j], 0));
    }
    return delta;
  });
  return { ...found, inputs };
}

/** Trains in place; returns the training loss before and after every epoch that is trained. */
export function train(model: Model, problem: Problem): number[] {
  const { x, y, batchSize, epochs, optimizer, clip = 'none' } = problem;
  const trained = vectors(model, problem);
  const steppers: Stepper[][] = trained.map(({ row, isBias }) =>
    row.map(() => createStepper(optimizer, isBias)),
  );
  const curve = [loss(model, problem, x, y)];
  let best = { epoch: 0, loss: Number.POSITIVE_INFINITY, model };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = 0; at < x.length; at += batchSize) {
      const batch = [x.slice(at, at + batchSize), y.slice(at, at + batchSize)] as const;
      const found = vectors(gradient(model, problem, ...batch), problem).map(({ row }) => row);
      const limited = clipped(found, clip);
      trained.forEach(({ row }, r) => {
        row.forEach((p, i) => {
          row[i] = steppers[r][i](p, limited[r][i], optimizer.learningRate);
        });
      });
    }
    curve.push(loss(model, problem, x, y));
    if (problem.patience === undefined) continue;
    const reached = curve[curve.length - 1];
    if (reached < best.loss)
      best = { epoch: epoch + 1, loss: reached, model: structuredClone(model) };
    if (epoch + 1 - best.epoch >= problem.patience) break;
  }
  // Rows are kept: the caller holds them.
  if (best.epoch > 0) copyInto(model, best.model);
  return curve;
}

function copyInto(model: Model, from: Model): void {
  model.weights.forEach((rows, l) => {
    rows.forEach((row, i) => {
      row.splice(0, row.length, ...from.weights[l][i]);
    });
  });
  model.biases.forEach((row, l) => {
    row.splice(0, row.length, ...from.biases[l]);
  });
}

/** As torch.nn.utils.clip_grad_norm_ and clip_grad_value_. */
function clipped(gradients: Rows, clip: ClipConfig): Rows {
  if (clip === 'none') return gradients;
  const { name, limit } = clip;
  if (name === 'value') {
    return gradients.map((row) => row.map((g) => Math.max(-limit, Math.min(limit, g))));
  }
  const norm = Math.sqrt(gradients.flat().reduce((sum, g) => sum + g * g, 0));
  const factor = Math.min(1, limit / (norm + 1e-6));
  return gradients.map((row) => row.map((g) => g * factor));
}

/** Rows of the model itself that are trained: writing to them writes to it. */
function vectors({ weights, biases }: Model, { frozen = [], unbiased = [] }: Problem) {
  return weights.flatMap((rows, l) => {
    if (frozen.includes(l)) return [];
    const all = rows.map((row) => ({ row, isBias: false }));
    return unbiased.includes(l) ? all : [...all, { row: biases[l], isBias: true }];
  });
}
