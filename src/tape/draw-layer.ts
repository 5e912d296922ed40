import { didYouMean } from '../config/suggest.js';
import { alternatives, describeValue, quote } from '../config/text.js';
import type { InitConfig, InitName } from '../config/types.js';
import { ceil4 } from '../kernels/contract.js';
import { PURPOSE } from '../random/stream.js';
import { distributionOf, drawBiases, drawWeights } from '../train/initialise.js';
import type { Parameter } from './parameter.js';
import { refuse } from './refuse.js';
import { complete } from './settings.js';
import type { Tape } from './tape.js';

/** How the parameters of a layer are drawn; what is left out is as in a sweep. */
export interface DrawSettings {
  /** Distribution of the weights; default `torch`. */
  init?: InitConfig | InitName;
  /** 0 … 2³² − 1; default 42. */
  seed?: number;
  /** Place of the layer in its network, from 0, which is the default: every layer draws its own. */
  layer?: number;
}

/** A fully connected layer: W (units × inputs) and its bias, a column. */
export interface LayerParameters {
  weights: Parameter;
  bias: Parameter;
}

/**
 * The parameters that a training or sweep starts this layer from, to the bit.
 *
 * @throws {InputError} with every problem of the settings, and for sizes that are no whole numbers
 *   from 1.
 */
export function drawLayer(
  tape: Tape,
  inputs: number,
  units: number,
  settings: DrawSettings = {},
): LayerParameters {
  expectKeys(settings);
  const { init: choice, seed: first, layer = 0 } = settings;
  expectWhole({ inputs, units }, 1);
  expectWhole({ layer }, 0);
  const { seed, networks } = complete('drawLayer', {
    ...(first !== undefined && { seed: first }),
    ...(choice !== undefined && { networks: { init: choice } }),
  });
  const distribution = distributionOf(networks.init, inputs, units);
  const { kernels } = tape;
  const { memory } = kernels;
  const weights = tape.parameter(rowsOf(units, inputs));
  const bias = tape.parameter(new Float32Array(units));
  const matrix = { offset: weights.at, rows: units, columns: inputs, ld: weights.ld };
  const all = { from: 0, until: units };
  const key = { seed, layer };
  drawWeights(memory, kernels, matrix, all, distribution, { ...key, purpose: PURPOSE.weights });
  tape.scratch(4 * ceil4(units), (at) => {
    drawBiases(memory, kernels, at, units, distribution, { ...key, purpose: PURPOSE.biases });
    bias.write(new Float32Array(memory.buffer, at, units));
  });
  return { weights, bias };
}

function rowsOf(rows: number, columns: number): Float32Array[] {
  return Array.from({ length: rows }, () => new Float32Array(columns));
}

function expectKeys(settings: DrawSettings): void {
  const keys = ['init', 'seed', 'layer'];
  const odd = Object.keys(settings).find((key) => !keys.includes(key));
  if (odd === undefined) return;
  const expected = `${alternatives(keys)}${didYouMean(odd, keys)}`;
  refuse('drawLayer', `unknown key ${quote(odd)}`, expected);
}

function expectWhole(numbers: Readonly<Record<string, number>>, least: number): void {
  for (const [name, number] of Object.entries(numbers)) {
    if (Number.isSafeInteger(number) && number >= least) continue;
    refuse('drawLayer', `${name} ${describeValue(number)}`, `a whole number from ${least}`);
  }
}
