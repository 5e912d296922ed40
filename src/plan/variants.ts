import { InputError } from '../config/problem.js';
import { quote } from '../config/text.js';
import type { Setting } from '../config/variants/settings.js';
import { fitParams } from './fit-params.js';
import { hyperLabel } from './hyper-label.js';
import { buildNetwork, type Network } from './network.js';
import type { DatasetShape, Variant } from './trial.js';

/** Data of one group. */
export interface GroupShape {
  /** But for the numbers of rows that of all its datasets. */
  shape: DatasetShape;
  /** Training rows of the largest. */
  mostRows: number;
}

/**
 * Every network in every setting: setting by setting, the networks of each in order.
 *
 * @param dataOf the data that setting i is trained on.
 * @throws {InputError} where networks are to be scaled and cannot be, or become equal.
 */
export function buildVariants(
  settings: readonly Setting[],
  dataOf: (setting: number) => GroupShape,
): (Variant & { setting: number })[] {
  const variants = settings.flatMap(({ config, hyper, params }, setting) => {
    const { networks } = config;
    const { shape, mostRows } = dataOf(setting);
    const { batchSize } = config.training;
    const training = {
      ...config.training,
      batchSize: batchSize === 'full' ? mostRows : batchSize,
    };
    const outputs = shape.classes ?? shape.outputs;
    return networks.hidden.map((hidden) => {
      const layers =
        params === undefined ? hidden : fitParams(hidden, params, shape.inputs, outputs, networks);
      const built = buildNetwork(shape.inputs, layers, outputs, networks);
      const network = training.method === 'least-squares' ? onlyOutputTrained(built) : built;
      const label = hyperLabel(hyper);
      const id = label === '' ? network.id : `${network.id} ${label}`;
      return { id, network, training, hyper, setting };
    });
  });
  if (settings.some(({ params }) => params !== undefined)) checkDistinct(variants);
  const names = distinctNames(variants.map(({ network }) => network));
  return variants.map((variant) => ({
    ...variant,
    network: { ...variant.network, id: names.get(signature(variant.network))! },
  }));
}

/** What is solved for is the output layer. */
function onlyOutputTrained(network: Network): Network {
  const last = network.layers.length - 1;
  const layers = network.layers.map((layer, l) => (l < last ? { ...layer, frozen: true } : layer));
  return { ...network, layers };
}

/** Networks of different widths may be one when they are scaled to the same size. */
function checkDistinct(variants: readonly Variant[]): void {
  const seen = new Set<string>();
  const again = variants.filter(({ id }) => seen.size === seen.add(id).size);
  if (again.length === 0) return;
  const message = `found ${quote(again[0].id)} twice, expected networks that differ once they are scaled`;
  throw new InputError([{ where: 'networks.hidden', message }]);
}

/** The id of every network, by signature; where widths are equal, with what else it is made of. */
function distinctNames(networks: readonly Network[]): Map<string, string> {
  const byId = new Map<string, Map<string, Network>>();
  for (const network of networks) {
    const own = byId.get(network.id) ?? new Map<string, Network>();
    byId.set(network.id, own.set(signature(network), network));
  }
  const names = new Map<string, string>();
  for (const [id, same] of byId) {
    const taken = new Set<string>();
    for (const [key, { layers }] of same) {
      const hidden = layers.length > 1 ? layers.slice(0, -1) : layers;
      const words = [...new Set(hidden.map(({ activation }) => activation))].join(' ');
      const wished = same.size === 1 ? id : `${id} ${words}`;
      const name = taken.has(wished) ? `${wished} ~${taken.size}` : wished;
      taken.add(name);
      names.set(key, name);
    }
  }
  return names;
}

/** What a network is made of, not how it is trained. */
function signature({ id, layers }: Network): string {
  const parts = layers.map(({ units, activation, params, bias }) => [
    units,
    activation,
    params,
    bias,
  ]);
  return JSON.stringify([id, parts]);
}
