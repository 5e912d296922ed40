/** Networks, losses, penalties and training loops written on the tape, from the words of lanewise/train. */
import type {
  ActivationConfig,
  LossConfig,
  OptimizerConfig,
  TrainingConfig,
} from '../../src/config/types.js';
import {
  absSum,
  add,
  gradients,
  matmul,
  Optimizer,
  type Parameter,
  scale,
  squareSum,
  type Tape,
  type Value,
} from '../../src/entries/tape.js';
import type { GradientsInput, TrainingInput } from '../../src/entries/train.js';
import { activationOf, lossOnTape } from './operations.js';

interface Layer {
  weights: Parameter;
  bias: Parameter;
  activation: (z: Value) => Value;
}

/** A network at its initial parameters, and what is minimised. */
export interface Model {
  layers: Layer[];
  weights: Parameter[];
  biases: Parameter[];
  outputs(x: Value): Value;
  loss(o: Value, y: Value): Value;
  penalty: TrainingConfig['penalty'];
}

type Input = Omit<TrainingInput | GradientsInput, 'kernels'>;

export function modelOf(tape: Tape, { network, training, initial }: Input): Model {
  const activations = [...network.hidden, network.output!].map(
    (layer) => (layer as { activation: ActivationConfig }).activation,
  );
  const layers = activations.map((activation, l) => ({
    weights: tape.parameter(initial!.weights[l]),
    bias: tape.parameter(initial!.biases[l]),
    activation: activationOf(activation),
  }));
  return {
    layers,
    weights: layers.map(({ weights }) => weights),
    biases: layers.map(({ bias }) => bias),
    outputs: (x) =>
      layers.reduce(
        (a, { weights, bias, activation }) => activation(add(matmul(weights, a), bias)),
        x,
      ),
    loss: lossOnTape(training!.loss as LossConfig),
    penalty: { l1: 0, l2: 0, ...training!.penalty },
  };
}

/** l1 · Σ|w| + l2 · Σw² on top of a loss. */
export function penalised(loss: Value, { weights, penalty: { l1, l2 } }: Model): Value {
  let whole = loss;
  for (const w of weights) {
    if (l1 > 0) whole = add(whole, scale(absSum(w), l1));
    if (l2 > 0) whole = add(whole, scale(squareSum(w), l2));
  }
  return whole;
}

/** Minibatches in order, the last may be short. */
export function train(tape: Tape, model: Model, { data, training }: Input): void {
  const { x, y } = data.train as unknown as { x: number[][]; y: number[][] };
  const { epochs, batchSize, optimizer } = training as TrainingConfig & { batchSize: number };
  const update = updater(model, optimizer);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < x.length; from += batchSize) {
      const batch = (rows: number[][]) => tape.samples(rows.slice(from, from + batchSize));
      tape.record(() => update(penalised(model.loss(model.outputs(batch(x)), batch(y)), model)));
    }
  }
}

/** Where biases do not decay, they have an optimizer of their own. */
function updater({ weights, biases }: Model, { decayBiases, ...optimizer }: OptimizerConfig) {
  const all = [...weights, ...biases];
  const decays = optimizer.weightDecay > 0 && !decayBiases;
  const ofWeights = new Optimizer(decays ? weights : all, optimizer);
  const ofBiases = decays && new Optimizer(biases, { ...optimizer, weightDecay: 0 });
  return (loss: Value) => {
    const found = gradients(loss, all);
    ofWeights.apply(decays ? found.slice(0, weights.length) : found);
    if (ofBiases) ofBiases.apply(found.slice(weights.length));
  };
}
