import type { ActivationName } from '../../src/config/types.js';
import type { Jacobian, Trained } from '../../src/diagnose/jacobian.js';
import { mulberry32 } from '../../src/random/mulberry32.js';

export interface Shape {
  inputs: number;
  widths: readonly number[];
  activation?: ActivationName;
  output?: ActivationName;
  bias?: boolean;
  seed?: number;
}

const PARAMS: Record<string, Record<string, number>> = {
  'leaky-relu': { slope: 0.1 },
  elu: { alpha: 1.5 },
};

/** A network of parameters in −1 … 1. */
export function randomNetwork(shape: Shape): Trained {
  const { inputs, widths, activation = 'relu', output = 'linear', bias = true, seed = 1 } = shape;
  const random = mulberry32(seed);
  const draw = (count: number) => Float64Array.from({ length: count }, () => 2 * random() - 1);
  return {
    inputs,
    layers: widths.map((units, l) => {
      const name = l === widths.length - 1 ? output : activation;
      return {
        ...{ units, activation: name, params: PARAMS[name] ?? {}, bias, frozen: false },
        weights: draw(units * (l === 0 ? inputs : widths[l - 1])),
        biases: bias ? draw(units) : new Float64Array(units),
      };
    }),
  };
}

/** So many samples of so many inputs in −1 … 1. */
export function randomRows(samples: number, inputs: number, seed = 2): Float64Array {
  const random = mulberry32(seed);
  return Float64Array.from({ length: samples * inputs }, () => 2 * random() - 1);
}

/** J itself, row by row: a column for every weight and bias of the layers that are trained. */
export function denseJacobian({ samples, outputs, layers }: Jacobian): number[][] {
  return Array.from({ length: samples * outputs }, (_, row) => {
    const i = Math.floor(row / outputs);
    return layers.flatMap(({ inputs, width, deltas, units, bias }) =>
      Array.from({ length: units }, (_, k) => {
        const delta = deltas[row * units + k];
        const weights = Array.from({ length: width }, (_, j) => delta * inputs[i * width + j]);
        return bias ? [...weights, delta] : weights;
      }).flat(),
    );
  });
}
