import {
  type ActivationConfig,
  type ActivationName,
  type HiddenLayerConfig,
  type InitConfig,
  type NetworksConfig,
  nameOf,
} from '../config/types.js';

/** One fully connected layer: z = W·a + b, then the activation. */
export interface Layer {
  units: number;
  activation: ActivationName;
  /** Parameters of the activation: slope (leaky-relu), alpha (elu). */
  params: Readonly<Record<string, number>>;
  bias: boolean;
  /** Its weights and bias are not trained. */
  frozen: boolean;
  /** Probability that an output is dropped while training, 0 to below 1. */
  dropout: number;
  init: InitConfig;
}

/** A network: the input width, then its layers; the last is the output layer. */
export interface Network {
  /** Layer widths, inputs first: `4-2-1`; what a hidden layer says for itself in brackets:
   * `4-2[tanh dropout=0.2]-1`. */
  id: string;
  inputs: number;
  layers: readonly Layer[];
}

/** Hidden layers and the output layer, each as it says itself or as the network says for all. */
export function buildNetwork(
  inputs: number,
  hidden: readonly (number | HiddenLayerConfig)[],
  outputs: number,
  { output, ...shared }: Omit<NetworksConfig, 'hidden'>,
): Network {
  const { init, bias, dropout, activation } = shared;
  const own = hidden.map((layer) => (typeof layer === 'number' ? { units: layer } : layer));
  return {
    id: [inputs, ...own.map(describe), outputs].join('-'),
    inputs,
    layers: [
      ...own.map((layer) => build({ activation, init, bias, dropout, frozen: false, ...layer })),
      build({ units: outputs, init, dropout: 0, ...output }),
    ],
  };
}

function build({ activation, ...layer }: Required<HiddenLayerConfig>): Layer {
  return { ...layer, activation: nameOf(activation), params: paramsOf(activation) };
}

/** What stands beside the name of a choice. */
function paramsOf(choice: ActivationConfig | InitConfig): Record<string, number> {
  if (typeof choice === 'string') return {};
  const { name: _, ...params } = choice;
  return params;
}

function describe({ units, ...settings }: HiddenLayerConfig): string {
  const words = Object.entries(settings).map(([key, value]) => {
    if (key === 'activation' || key === 'init') {
      const choice = value as ActivationConfig | InitConfig;
      const params = Object.values(paramsOf(choice)).map((number) => ` ${number}`);
      return `${nameOf(choice)}${params.join('')}`;
    }
    return typeof value === 'boolean' ? `${value ? '' : 'no '}${key}` : `${key}=${value}`;
  });
  return words.length === 0 ? String(units) : `${units}[${words.join(' ')}]`;
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
