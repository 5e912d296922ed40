import type { Path } from './layer.js';
import { isPlainMap, type PlainMap } from './plain-map.js';
import {
  ACTIVATION_DEFAULTS,
  CLIP_DEFAULTS,
  EARLY_STOPPING_DEFAULTS,
  INIT_DEFAULTS,
  LOSS_DEFAULTS,
  OPTIMIZER_DEFAULTS,
  SCHEDULE_DEFAULTS,
} from './training-defaults.js';

/**
 * Choices are written by name, `relu`, or as a map where they have parameters,
 * `{ name: leaky-relu, slope: 0.2 }`. Merging and the schema know the map alone; a complete config
 * has the name alone where there is nothing beside it, so that a config has one spelling.
 */
type Defaults = Readonly<Record<string, object>>;

const CHOICES: Readonly<Record<string, Defaults>> = {
  'networks.activation': ACTIVATION_DEFAULTS,
  'networks.init': INIT_DEFAULTS,
  'networks.output.activation': ACTIVATION_DEFAULTS,
  'networks.output.init': INIT_DEFAULTS,
  'training.loss': LOSS_DEFAULTS,
  'training.optimizer': OPTIMIZER_DEFAULTS,
  'training.schedule': SCHEDULE_DEFAULTS,
  'training.clip': CLIP_DEFAULTS,
};

/** What every option of the choice at `path` starts from; undefined where there is no choice. */
export function choiceAt(path: Path): Defaults | undefined {
  return CHOICES[path.join('.')];
}

/** The map that a name stands for; anything else as it is. */
export function asMap(value: unknown): unknown {
  return typeof value === 'string' ? { name: value } : value;
}

/** A map with what the option starts from beneath it. */
function withDefaults(choice: PlainMap, defaults: Defaults): PlainMap {
  const { name } = choice;
  if (typeof name !== 'string' || !Object.hasOwn(defaults, name)) return choice;
  return { ...choice, ...defaults[name], ...choice };
}

/** Names become maps, everywhere in a merged config. */
export function spellOut(config: unknown): unknown {
  if (!isPlainMap(config)) return config;
  const spelled = eachChoice(config, inFull);
  const { networks, training } = spelled;
  return {
    ...spelled,
    ...(isPlainMap(networks) &&
      Array.isArray(networks.hidden) && {
        networks: { ...networks, hidden: eachLayer(networks.hidden, spellOutLayer) },
      }),
    ...(isPlainMap(training) &&
      isPlainMap(training.earlyStopping) && {
        training: {
          ...training,
          earlyStopping: { ...EARLY_STOPPING_DEFAULTS, ...training.earlyStopping },
        },
      }),
  };
}

/** Maps without parameters become names. */
export function shorten(config: PlainMap): PlainMap {
  const short = eachChoice(config, (value, _, path) =>
    path === 'training.optimizer' ? value : nameAlone(value),
  );
  const networks = short.networks as PlainMap | undefined;
  if (!Array.isArray(networks?.hidden)) return short;
  return { ...short, networks: { ...networks, hidden: eachLayer(networks.hidden, shortenLayer) } };
}

/** A choice as a map, with what its option starts from. */
function inFull(value: unknown, defaults: Defaults): unknown {
  const map = asMap(value);
  return isPlainMap(map) ? withDefaults(map, defaults) : map;
}

function spellOutLayer(layer: unknown): unknown {
  if (!isPlainMap(layer)) return { units: layer };
  const { activation, init, ...rest } = layer;
  return {
    ...rest,
    ...(activation !== undefined && { activation: inFull(activation, ACTIVATION_DEFAULTS) }),
    ...(init !== undefined && { init: inFull(init, INIT_DEFAULTS) }),
  };
}

/** A layer that says nothing but its width is its width. Keys in one order: one spelling. */
function shortenLayer(layer: unknown): unknown {
  if (!isPlainMap(layer)) return layer;
  const { units, activation, init, dropout, bias, frozen } = layer;
  const said = {
    units,
    ...(activation !== undefined && { activation: nameAlone(activation) }),
    ...(init !== undefined && { init: nameAlone(init) }),
    ...(dropout !== undefined && { dropout }),
    ...(bias !== undefined && { bias }),
    ...(frozen !== undefined && { frozen }),
  };
  return Object.keys(said).length === 1 ? units : said;
}

function nameAlone(value: unknown): unknown {
  return isPlainMap(value) && Object.keys(value).join() === 'name' ? value.name : value;
}

function eachLayer(hidden: unknown[], change: (layer: unknown) => unknown): unknown[] {
  return hidden.map((network) => (Array.isArray(network) ? network.map(change) : network));
}

function eachChoice(
  config: PlainMap,
  change: (value: unknown, defaults: Defaults, path: string) => unknown,
  at = '',
): PlainMap {
  const entries = Object.entries(config).map(([key, value]) => {
    const path = `${at}${key}`;
    const defaults = CHOICES[path];
    if (defaults) return [key, value === undefined ? value : change(value, defaults, path)];
    const holds = Object.keys(CHOICES).some((choice) => choice.startsWith(`${path}.`));
    return [key, holds && isPlainMap(value) ? eachChoice(value, change, `${path}.`) : value];
  });
  return Object.fromEntries(entries);
}

/** A value of the choice at `path` in its one spelling; other values as they are. */
export function shortChoice<T>(path: string, value: T): T {
  return Object.hasOwn(CHOICES, path) ? (nameAlone(value) as T) : value;
}
