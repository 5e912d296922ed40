import { InputError } from '../config/problem.js';
import type { HiddenLayerConfig, NetworksConfig } from '../config/types.js';
import { buildNetwork, countParameters } from './network.js';

type Hidden = readonly (number | HiddenLayerConfig)[];

/** More units than any layer may have. */
const MOST_UNITS = 1_000_000;

/**
 * Scales the widths of the hidden layers together until the network has as nearly as possible so
 * many parameters; of two equally near, the smaller.
 *
 * @throws {InputError} without hidden layers, and where the narrowest network is larger or the
 *   widest smaller.
 */
export function fitParams(
  hidden: Hidden,
  params: number,
  inputs: number,
  outputs: number,
  networks: Omit<NetworksConfig, 'hidden'>,
): (number | HiddenLayerConfig)[] {
  const widest = Math.max(...hidden.map(unitsOf), 0);
  const scaled = (units: number) =>
    hidden.map((layer) => {
      const width = Math.max(1, Math.round((unitsOf(layer) * units) / widest));
      return typeof layer === 'number' ? width : { ...layer, units: width };
    });
  const count = (units: number) =>
    countParameters(buildNetwork(inputs, scaled(units), outputs, networks));
  const refuse = (found: string): never => {
    const where = 'variants: networks.params';
    throw new InputError([{ where, message: `found ${params}, ${found}` }]);
  };
  if (hidden.length === 0) return refuse('expected a network with a hidden layer to scale');
  const [least, most] = [count(1), count(MOST_UNITS)];
  if (params < least) return refuse(`expected ${least} or more for this depth`);
  if (params > most) return refuse(`expected at most ${most} for this depth`);
  let low = 1;
  let high = MOST_UNITS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (count(middle) <= params) low = middle;
    else high = middle;
  }
  const isLow = params - count(low) <= count(high) - params;
  return scaled(isLow ? low : high);
}

function unitsOf(layer: number | HiddenLayerConfig): number {
  return typeof layer === 'number' ? layer : layer.units;
}
