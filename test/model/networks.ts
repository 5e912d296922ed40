import { ACTIVATION_DEFAULTS } from '../../src/config/training-defaults.js';
import type { ActivationConfig, ActivationName } from '../../src/config/types.js';
import type { ModelLayer, ModelRecord } from '../../src/model/record.js';

/** Numbers from −1 to 1 that look drawn. */
export const value = (i: number) => (((i * 2654435761) >>> 8) % 2000) / 1000 - 1;

/** Rows of three inputs, of different sizes; the last is the same in all rows. */
export const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, j) => [10 * value(3 * j), 5 + value(3 * j + 1), 0.1]);

export const NAMES = Object.keys(ACTIVATION_DEFAULTS) as ActivationName[];

/** Of those that have parameters: not the defaults. */
const PARAMS: Partial<Record<ActivationName, Record<string, number>>> = {
  'leaky-relu': { slope: 0.3 },
  elu: { alpha: 1.5 },
};

/** Every activation as a config says it. */
export const ACTIVATIONS = NAMES.map((name): [ActivationName, ActivationConfig] => [
  name,
  (PARAMS[name] ? { name, ...PARAMS[name] } : name) as ActivationConfig,
]);

export function layer(units: number, activation: ActivationName, bias = true): ModelLayer {
  return { units, activation, params: PARAMS[activation] ?? {}, bias };
}

/** Of rowsOf: about their deviations; the third input is the same in all rows. */
export const SCALE = { shift: [0.5, 5.01, 0.1], unit: [5.7, 0.59, 0] };

/** A record of these layers, with parameters that look drawn. */
export function record(
  inputs: number,
  layers: ModelRecord['network']['layers'],
  extra: Partial<ModelRecord> = {},
): ModelRecord {
  let drawn = 0;
  const floats = (length: number) => Float32Array.from({ length }, () => value(++drawn));
  const widths = [inputs, ...layers.map(({ units }) => units)];
  return {
    network: { inputs, layers },
    weights: layers.map(({ units }, l) => Array.from({ length: units }, () => floats(widths[l]))),
    biases: layers.map(({ units, bias }) => (bias ? floats(units) : new Float32Array(units))),
    answer: { kind: 'numbers' },
    origin: {},
    ...extra,
  };
}
