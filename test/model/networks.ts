import { ACTIVATION_DEFAULTS } from '../../src/config/training-defaults.js';
import type { ActivationConfig, ActivationName } from '../../src/config/types.js';
import type { ModelRecord } from '../../src/model/record.js';

/** Numbers from −1 to 1 that look drawn. */
export const value = (i: number) => (((i * 2654435761) >>> 8) % 2000) / 1000 - 1;

/** Rows of three inputs, of different sizes; the last is the same in all rows. */
export const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, j) => [10 * value(3 * j), 5 + value(3 * j + 1), 0.1]);

/** Every activation, with parameters that are not the defaults. */
export const ACTIVATIONS = (Object.keys(ACTIVATION_DEFAULTS) as ActivationName[]).map(
  (name): [ActivationName, ActivationConfig] => [
    name,
    name === 'leaky-relu' ? { name, slope: 0.3 } : name === 'elu' ? { name, alpha: 1.5 } : name,
  ],
);

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
