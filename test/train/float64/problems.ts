/** Problems for both trainers: odd shapes, numbers that are exact in float32 and float64. */
import type { HiddenLayerConfig, LossConfig } from '../../../src/config/types.js';
import { nameOf } from '../../../src/config/types.js';
import type { TrainingInput } from '../../../src/entries/train.js';
import type { Model, Problem } from './trainer.js';

const BASE: Omit<Problem, 'x' | 'y'> = {
  activations: ['tanh', 'tanh', 'linear'],
  loss: 'mse',
  batchSize: 7,
  epochs: 3,
  optimizer: { name: 'sgd', learningRate: 0.05, weightDecay: 0, decayBiases: true },
};

/** Inputs, two hidden layers, outputs. */
const WIDTHS = [3, 7, 5, 3];
const ROWS = 17;

/** 17 rows, batches of 7, a network 3-7-5-3: nothing fits a vector or a tile. */
export function problemOf(
  changes: Partial<Problem> = {},
  widths = WIDTHS,
): { problem: Problem; model: Model } {
  const draw = createDraw();
  const rows = <T>(row: (i: number) => T) => Array.from({ length: ROWS }, (_, i) => row(i));
  const x = rows(() => widthsOf(widths[0], () => draw(64, 128)));
  const loss = changes.loss ?? BASE.loss;
  const y = rows((i) => targetsOf(loss, i, widths[widths.length - 1], draw));
  const layers = widths.slice(1);
  const model = {
    weights: layers.map((units, l) =>
      widthsOf(units, () => widthsOf(widths[l], () => draw(1024, 768))),
    ),
    biases: layers.map((units) => widthsOf(units, () => draw(1024, 256))),
  };
  for (const l of changes.unbiased ?? []) model.biases[l].fill(0);
  return { problem: { ...BASE, x, y, ...changes }, model };
}

/** The same in the words of lanewise/train. */
export function inputOf(problem: Problem, model: Model): Omit<TrainingInput, 'kernels'> {
  const { x, y, activations, loss, optimizer, penalty, clip, batchSize, epochs } = problem;
  const { patience } = problem;
  const last = activations.length - 1;
  const layer = (l: number): HiddenLayerConfig => ({
    units: model.biases[l].length,
    activation: activations[l],
    bias: !problem.unbiased?.includes(l),
    frozen: problem.frozen?.includes(l) ?? false,
  });
  const { units: _, ...output } = layer(last);
  return {
    network: { hidden: activations.slice(0, -1).map((_, l) => layer(l)), output },
    data: { train: { x, y } },
    training: {
      ...{ epochs, batchSize, loss, optimizer },
      ...(penalty && { penalty }),
      ...(clip && { clip }),
      ...(patience && { earlyStopping: { patience, monitor: 'train' as const } }),
    },
    initial: model,
  };
}

/** Of labels, or of numbers that are probabilities where the loss asks for some. */
function targetsOf(loss: LossConfig, i: number, outputs: number, draw: Draw): number[] {
  switch (nameOf(loss)) {
    case 'softmax-cross-entropy':
      return [i % outputs];
    case 'binary-cross-entropy':
      return widthsOf(outputs, (o) => Number((i + o) % 3 === 0));
    case 'kl-divergence':
      return widthsOf(outputs, (o) => [0.5, 0.25, 0.25, 0][(i + o) % outputs] ?? 0);
    default:
      return widthsOf(outputs, () => draw(64, 96));
  }
}

type Draw = (unit: number, most: number) => number;

/** Multiples of 1/unit within ±most/unit. */
function createDraw(): Draw {
  let i = 0;
  return (unit, most) => {
    const word = Math.imul(++i, 2654435761) >>> 12;
    return ((word % (2 * most + 1)) - most) / unit;
  };
}

function widthsOf<T>(length: number, value: (i: number) => T): T[] {
  return Array.from({ length }, (_, i) => value(i));
}
