import { fileError, ReadProblems } from '../data/read/problems.js';
import { canonicalJson } from '../results/canonical.js';
import { checkParameters, joinRows } from './parameters.js';
import { readDescription } from './read-record.js';
import type { ModelRecord } from './record.js';
import { type StoredTensor, writeSafetensors } from './safetensors.js';
import { parseStrict } from './strict-json.js';

/** What a model file calls itself. */
export const MODEL_FORMAT = 'lanewise/model@1';

/**
 * The bytes of a model file (docs/models.md): safetensors, the same bytes for equal records. −0 in
 * `scale` and `origin` becomes 0.
 *
 * @throws {InputError} for a record whose parts do not fit each other, and for an origin that nests
 *   deeper than 100 levels.
 * @throws {TypeError} for an origin that JSON cannot hold, NaN and infinities among it.
 */
export function encodeModel(model: ModelRecord): Uint8Array<ArrayBuffer> {
  checkModel(model, 'model');
  const { network, weights, biases, scale, answer, image, origin } = model;
  const tensors = new Map<string, StoredTensor>();
  network.layers.forEach(({ units, bias }, l) => {
    const inputs = weights[l][0].length;
    tensors.set(`layers.${l}.weight`, stored([units, inputs], joinRows(weights[l])));
    if (bias) tensors.set(`layers.${l}.bias`, stored([units], joinRows([biases[l]])));
  });
  const metadata = new Map([['format', MODEL_FORMAT]]);
  for (const [key, value] of Object.entries({ network, scale, answer, image, origin })) {
    if (value === undefined) continue;
    metadata.set(key, readable(key, canonicalJson(value)));
  }
  return writeSafetensors({ tensors, metadata });
}

/** @throws {InputError} with everything in which the parts of a record do not fit each other. */
export function checkModel(model: ModelRecord, where: string): void {
  const problems = new ReadProblems(where);
  const description = readDescription(model, problems);
  if (description) checkParameters(model, problems);
  problems.throwAny();
}

/** @throws {InputError} for JSON that no reader would take. */
function readable(key: string, text: string): string {
  try {
    parseStrict(text);
    return text;
  } catch (error) {
    throw fileError('model', `found ${key} with ${(error as Error).message}, expected JSON`);
  }
}

function stored(shape: readonly number[], values: Float32Array): StoredTensor {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { dtype: 'F32', shape, bytes };
}
