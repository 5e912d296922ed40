import { InputError } from '../config/problem.js';
import { checkModel } from './encode.js';
import type { ModelLayer, ModelRecord } from './record.js';

/** What a model as JSON calls itself. */
const JSON_FORMAT = 'lanewise/model-json@1';

/**
 * The model as JSON that people and other programs read (docs/models.md): a line for every unit,
 * every float32 as the shortest decimal that rounds to it.
 *
 * @throws {InputError} for a record whose parts do not fit each other, and for parameters that are
 *   not finite: JSON has no such numbers.
 */
export function toJson(record: ModelRecord): string {
  checkModel(record, 'model');
  checkFinite(record);
  const { network, weights, biases, scale, answer, image, origin } = record;
  const layers = network.layers.map((layer, l) => layerText(layer, weights[l], biases[l]));
  const members = [
    member('format', JSON_FORMAT),
    member('inputs', network.inputs),
    ...(scale ? [member('scale', scale)] : []),
    `"layers": [\n${indent(layers.join(',\n'))}\n]`,
    member('answer', answer),
    ...(image ? [member('image', image)] : []),
    `"origin": ${JSON.stringify(origin, undefined, 2)}`,
  ];
  return `{\n${indent(members.join(',\n'))}\n}\n`;
}

function layerText(
  { units, activation, params }: ModelLayer,
  weights: readonly Float32Array[],
  bias: Float32Array,
): string {
  const rows = weights.map(floats).join(',\n');
  const members = [
    member('units', units),
    member('activation', activation),
    ...(Object.keys(params).length > 0 ? [member('params', params)] : []),
    `"weights": [\n${indent(rows)}\n]`,
    `"bias": ${floats(bias)}`,
  ];
  return `{\n${indent(members.join(',\n'))}\n}`;
}

function member(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

function floats(values: Float32Array): string {
  return `[${Array.from(values, shortest).join(', ')}]`;
}

/** Every decimal of so many digits survives float32; of those near 0 fewer do. */
const SAFE_DIGITS = 6;
const SMALLEST_NORMAL = 1.1754943508222875e-38;

/** The shortest decimal that is this float32 once it is rounded: nine digits always are. */
function shortest(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (let digits = Math.abs(value) < SMALLEST_NORMAL ? 1 : SAFE_DIGITS; digits < 9; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) return String(decimal);
  }
  return String(Number(value.toPrecision(9)));
}

function checkFinite({ weights, biases }: ModelRecord): void {
  for (const [l, rows] of weights.entries()) {
    for (const row of [...rows, biases[l]]) {
      const odd = row.find((value) => !Number.isFinite(value));
      if (odd === undefined) continue;
      const found = `found ${odd} among the parameters of layer ${l}`;
      const message = `${found}, expected finite numbers: JSON has no others`;
      throw new InputError([{ where: 'model', message }], 3);
    }
  }
}
