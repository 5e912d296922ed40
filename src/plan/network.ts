import type { ActivationName, InitName, NetworksConfig } from '../config/types.js';

/** One fully connected layer: z = W·a + b, then the activation. */
interface Layer {
  units: number;
  activation: ActivationName;
  /** Parameters of the activation (slope, alpha); none for ReLU and linear. */
  params: Readonly<Record<string, number>>;
  bias: boolean;
  /** Its weights and bias are not trained. */
  frozen: boolean;
  /** Probability that an output is dropped while training. 0: there is no kernel for more yet. */
  dropout: 0;
  init: InitName;
}

/** A network: the input width, then its layers; the last is the output layer. */
export interface Network {
  /** Layer widths, inputs first: `4-2-1`. */
  id: string;
  inputs: number;
  layers: readonly Layer[];
}

/** Hidden layers of the given widths and a linear output layer. */
export function buildNetwork(
  inputs: number,
  hidden: readonly number[],
  outputs: number,
  { activation, init }: Pick<NetworksConfig, 'activation' | 'init'>,
): Network {
  const layer = (units: number, name: ActivationName): Layer => ({
    units,
    activation: name,
    params: {},
    bias: true,
    frozen: false,
    dropout: 0,
    init,
  });
  return {
    id: [inputs, ...hidden, outputs].join('-'),
    inputs,
    layers: [...hidden.map((units) => layer(units, activation)), layer(outputs, 'linear')],
  };
}

/** Weights and biases. */
export function countParameters({ inputs, layers }: Network): number {
  let count = 0;
  layers.forEach(({ units, bias }, l) => {
    count += units * (fanIn(inputs, layers, l) + (bias ? 1 : 0));
  });
  return count;
}

/** Inputs of layer l. */
export function fanIn(inputs: number, layers: readonly { units: number }[], l: number): number {
  return l === 0 ? inputs : layers[l - 1].units;
}
