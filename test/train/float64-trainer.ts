/**
 * An independent trainer: plain loops in float64, sample-major, PyTorch's definitions, none of our
 * code. It is itself checked against PyTorch's float64 curves before anything is compared with it.
 */
export interface Model {
  weights: number[][][];
  biases: number[][];
}

type Optimizer =
  | { name: 'sgd'; learningRate: number }
  | { name: 'momentum'; learningRate: number; momentum: number }
  | { name: 'adam'; learningRate: number; beta1: number; beta2: number; epsilon: number };

export interface Problem {
  x: number[][];
  y: number[][];
  /** Of every layer; the others are linear. */
  relu: boolean[];
  batchSize: number;
  epochs: number;
  optimizer: Optimizer;
}

function forward(model: Model, relu: boolean[], input: number[]): number[][] {
  const activations = [input];
  model.weights.forEach((rows, l) => {
    const below = activations[l];
    activations.push(
      rows.map((row, i) => {
        const z = row.reduce((sum, w, j) => sum + w * below[j], model.biases[l][i]);
        return relu[l] && z < 0 ? 0 : z;
      }),
    );
  });
  return activations;
}

export function loss(model: Model, relu: boolean[], x: number[][], y: number[][]): number {
  let sum = 0;
  x.forEach((input, s) => {
    const output = forward(model, relu, input).at(-1)!;
    output.forEach((o, i) => {
      sum += (o - y[s][i]) ** 2;
    });
  });
  return sum / (x.length * y[0].length);
}

export function gradient(model: Model, relu: boolean[], x: number[][], y: number[][]): Model {
  const zero: Model = {
    weights: model.weights.map((rows) => rows.map((row) => row.map(() => 0))),
    biases: model.biases.map((row) => row.map(() => 0)),
  };
  x.forEach((input, s) => {
    const activations = forward(model, relu, input);
    let delta = activations.at(-1)!.map((o, i) => (2 * (o - y[s][i])) / (x.length * y[s].length));
    for (let l = model.weights.length - 1; l >= 0; l--) {
      if (relu[l]) delta = delta.map((d, i) => (activations[l + 1][i] > 0 ? d : 0));
      delta.forEach((d, i) => {
        zero.biases[l][i] += d;
        activations[l].forEach((a, j) => {
          zero.weights[l][i][j] += d * a;
        });
      });
      const upper = delta;
      delta = activations[l].map((_, j) =>
        upper.reduce((sum, d, i) => sum + d * model.weights[l][i][j], 0),
      );
    }
  });
  return zero;
}

/** Trains in place; returns the training loss before and after every epoch. */
export function train(model: Model, problem: Problem): number[] {
  const { x, y, relu, batchSize, epochs, optimizer } = problem;
  const parameters = vectors(model);
  const first = parameters.map((row) => row.map(() => 0));
  const second = parameters.map((row) => row.map(() => 0));
  const curve = [loss(model, relu, x, y)];
  let t = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = 0; at < x.length; at += batchSize) {
      t++;
      const batch = [x.slice(at, at + batchSize), y.slice(at, at + batchSize)] as const;
      const gradients = vectors(gradient(model, relu, ...batch));
      parameters.forEach((row, r) => {
        row.forEach((_, i) => {
          row[i] -= update(optimizer, t, gradients[r][i], first[r], second[r], i);
        });
      });
    }
    curve.push(loss(model, relu, x, y));
  }
  return curve;
}

function update(
  optimizer: Optimizer,
  t: number,
  g: number,
  first: number[],
  second: number[],
  i: number,
): number {
  const { learningRate } = optimizer;
  if (optimizer.name === 'sgd') return learningRate * g;
  if (optimizer.name === 'momentum') {
    first[i] = t === 1 ? g : optimizer.momentum * first[i] + g;
    return learningRate * first[i];
  }
  const { beta1, beta2, epsilon } = optimizer;
  first[i] = beta1 * first[i] + (1 - beta1) * g;
  second[i] = beta2 * second[i] + (1 - beta2) * g * g;
  const m = first[i] / (1 - beta1 ** t);
  const v = second[i] / (1 - beta2 ** t);
  return (learningRate * m) / (Math.sqrt(v) + epsilon);
}

/** Rows of the model itself: writing to them writes to it. */
function vectors(model: Model): number[][] {
  return [...model.weights.flat(), ...model.biases];
}
