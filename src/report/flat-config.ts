import { isPlainMap, type PlainMap } from '../config/plain-map.js';
import type { HiddenLayerConfig, SweepConfig } from '../config/types.js';
import { valueWord } from '../config/variants/read.js';

export type FlatValue = string | number | boolean;

/** What a hidden layer may say for itself. */
const OF_LAYERS = ['activation', 'init', 'dropout', 'bias', 'frozen'] as const;

/**
 * Every hyper-parameter of a network by the path of its key: `training.optimizer` → `adam`,
 * `training.optimizer.learningRate` → 0.01. Lists are words, files their names. Where hidden layers
 * differ from their network, the values of all of them are named: `relu/tanh`.
 *
 * @param config complete, as results hold it.
 * @param hidden which network of the list.
 */
export function flatConfig(config: SweepConfig, hidden: number): Map<string, FlatValue> {
  const flat = new Map<string, FlatValue>();
  const { networks, training, data } = config;
  const { hidden: list, ...shared } = networks;
  flatten(shared, 'networks', flat);
  flatten({ ...training }, 'training', flat);
  flatten({ ...data }, 'data', flat);
  const layers = list[hidden] ?? [];
  for (const key of OF_LAYERS) {
    const usual = key === 'frozen' ? false : shared[key];
    const words = layers.map((layer) => word(said(layer, key) ?? usual));
    if (words.every((each) => each === word(usual))) continue;
    // Parameters of the network's own choice say nothing of these layers.
    for (const path of flat.keys()) if (path.startsWith(`networks.${key}.`)) flat.delete(path);
    flat.set(`networks.${key}`, words.join('/'));
  }
  return flat;
}

function said(layer: number | HiddenLayerConfig, key: (typeof OF_LAYERS)[number]): unknown {
  return typeof layer === 'number' ? undefined : layer[key];
}

function flatten(map: PlainMap, path: string, flat: Map<string, FlatValue>): void {
  for (const [key, value] of Object.entries(map)) {
    const at = `${path}.${key}`;
    if (!isPlainMap(value)) flat.set(at, Array.isArray(value) ? value.join(' ') : word(value));
    else if (isFile(value)) flat.set(at, word(value.name ?? value.path));
    else {
      const { name, ...rest } = value;
      if (name !== undefined) flat.set(at, word(name));
      flatten(rest, at, flat);
    }
  }
}

function isFile(value: PlainMap): boolean {
  return 'sha256' in value || Object.keys(value).join() === 'path';
}

function word(value: unknown): FlatValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return isPlainMap(value) ? valueWord(value) : String(value);
}
