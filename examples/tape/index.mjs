// A course assignment by hand: layers, loss and training loop are written here, the tape only goes
// the way back. In the end the trainer of lanewise trains the same network, and both are compared.
//
//   npm install lanewise && node index.mjs
import { loadKernels } from 'lanewise/kernels';
import { add, drawLayer, gradients, matmul, mean, mul, Optimizer, sub, Tape } from 'lanewise/tape';
import { computeGradients, trainNetwork } from 'lanewise/train';

const SEED = 3;
const HIDDEN = 20;
const [EPOCHS, BATCH, RATE] = [40, 100, 0.01];

const kernels = await loadKernels();
const tape = new Tape(kernels);

// 1. The data: f(x) = x₁² + x₂² + 2x₃³ + 4x₄³ on a grid in [−1, 1]⁴, and on corners outside of it.

const f = ([a, b, c, d]) => a * a + b * b + 2 * c * c * c + 4 * d * d * d;
const grid = (steps) =>
  steps.flatMap((a) => steps.flatMap((b) => steps.flatMap((c) => steps.map((d) => [a, b, c, d]))));
const withTargets = (x) => ({ x, y: x.map((row) => [f(row)]) });
const train = withTargets(grid([-1, -0.5, 0, 0.5, 1]));
const test = withTargets(grid([-1.25, 1.25]));

// 2. The layers: a = max(0, W·x + b) and o = V·a + c, a column a sample.

/** An activation by hand: what it makes of a number, and its slope there. */
function activation(name, value, slope) {
  const map = (result, of) => {
    for (let i = 0; i < result.length; i++) result[i] = of(i);
  };
  return (z) =>
    tape.compute({
      name,
      inputs: [z],
      shape: z,
      forward: (a) => map(a.data, (i) => value(z.data[i])),
      backward: [(gradient) => mul(gradient, slopes(z))],
    });

  function slopes(z) {
    const forward = (result) => map(result.data, (i) => slope(z.data[i]));
    return tape.compute({ name, inputs: [z], shape: z, forward, backward: [] });
  }
}

const myRelu = activation(
  'myRelu',
  (z) => Math.max(z, 0),
  (z) => (z > 0 ? 1 : 0),
);
const identity = (z) => z;

class Dense {
  constructor(inputs, units, layer, activation) {
    // The weights that the trainer would draw, to be compared with it.
    Object.assign(this, drawLayer(tape, inputs, units, { seed: SEED, layer }));
    this.activation = activation;
  }

  forward(x) {
    return this.activation(add(matmul(this.weights, x), this.bias));
  }
}

const layers = [new Dense(4, HIDDEN, 0, myRelu), new Dense(HIDDEN, 1, 1, identity)];
const parameters = layers.flatMap(({ weights, bias }) => [weights, bias]);
const network = (x) => layers.reduce((a, layer) => layer.forward(a), x);

// 3. The loss: the mean of squares.

const squaredError = (o, y) => {
  const r = sub(o, y);
  return mean(mul(r, r));
};
const lossOn = ({ x, y }) => squaredError(network(tape.samples(x)), tape.samples(y));
const measure = (set) => tape.record(() => lossOn(set).item());

// 4. Are the gradients right? Those of the trainer, over all samples, at the same weights.

const input = {
  kernels,
  network: { hidden: [HIDDEN], activation: 'relu' },
  data: { train, test },
  training: {
    epochs: EPOCHS,
    batchSize: BATCH,
    loss: 'mse',
    optimizer: { name: 'adam', learningRate: RATE },
  },
  seed: SEED,
};
const theirs = computeGradients(input);
const mine = tape.record(() => gradients(lossOn(train), parameters).map((each) => each.toRows()));
const largest = (rows, others) =>
  Math.max(...rows.flatMap((row, i) => [...row].map((g, j) => Math.abs(g - others[i][j]))));
const apart = [0, 1].map((l) =>
  Math.max(
    largest(mine[2 * l], theirs.weights[l]),
    largest([mine[2 * l + 1].flatMap((row) => [...row])], [theirs.biases[l]]),
  ),
);
console.log(`gradients: at most ${Math.max(...apart)} from those of the trainer`);

// 5. Training: forward, back, update.

const optimizer = new Optimizer(parameters, { name: 'adam', learningRate: RATE });
const curve = [[0, measure(train), measure(test)]];
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  for (let from = 0; from < train.x.length; from += BATCH) {
    const batch = {
      x: train.x.slice(from, from + BATCH),
      y: train.y.slice(from, from + BATCH),
    };
    tape.record(() => optimizer.apply(gradients(lossOn(batch), parameters)));
  }
  curve.push([epoch, measure(train), measure(test)]);
}

// 6. Beside the trainer, from the same seed.

const { history, weights, biases } = await trainNetwork(input);
console.log('epoch      train       test    trainer: train       test');
for (const [epoch, ...losses] of curve.filter(([each]) => each % 10 === 0)) {
  const point = history[epoch];
  const cells = [...losses, point.train, point.test].map((loss) => loss.toFixed(6).padStart(11));
  console.log(
    `${String(epoch).padStart(5)}${cells[0]}${cells[1]}${' '.repeat(10)}${cells[2]}${cells[3]}`,
  );
}
const same = layers.every((layer, l) => {
  const numbers = [...layer.weights.read(), ...layer.bias.read()];
  const others = [...weights[l].flatMap((row) => [...row]), ...biases[l]];
  return numbers.every((number, i) => Object.is(number, others[i]));
});
console.log(`weights after ${EPOCHS} epochs: ${same ? 'the same bits' : 'different'}`);
console.log(`memory: ${kernels.arena.used} bytes, however long it trains`);
kernels.dispose();
