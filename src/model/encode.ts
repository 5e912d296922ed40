import { ReadProblems } from '../data/read/problems.js';
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
 * @throws {InputError} for a record whose parts do not fit each other.
 * @throws {TypeError} for an origin that JSON cannot hold, NaN and infinities among it.
 */
export function encodeModel(model: ModelRecord): Uint8Array<ArrayBuffer> {
  checkModel(model, 'model');
  const { network, weights, biases, scale, answer, image, origin } = model;
  const tensors = new Map<string, StoredTensor>();
  network.layers.forEach(({ units, bias }, l) => {
    const inputs = weights[l][0].length;
    tensors.set(`layers.${l}.weight`, stored([units, inputs], joinRows(weights[l])));
    if (bias) tensors.set(`layers.${l}.bias`, stored([units], biases[l]));
  });
  const metadata = new Map([['format', MODEL_FORMAT]]);
  for (const [key, value] of Object.entries({ network, scale, answer, image, origin })) {
    if (value === undefined) continue;
    const text = canonicalJson(value);
    parseStrict(text);
    metadata.set(key, text);
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

function stored(shape: readonly number[], values: Float32Array): StoredTensor {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { dtype: 'F32', shape, bytes };
}
