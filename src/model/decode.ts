import { quote } from '../config/text.js';
import { fileError, ReadProblems } from '../data/read/problems.js';
import { fanIn } from '../plan/network.js';
import { MODEL_FORMAT } from './encode.js';
import { type Described, type ModelDescription, readDescription } from './read-record.js';
import type { ModelNetwork, ModelRecord } from './record.js';
import { readSafetensors, type StoredTensor } from './safetensors.js';
import { parseStrict } from './strict-json.js';

/**
 * Reads a model file; the parameters are copies. They may be infinite or NaN: so are those of a
 * training that diverged.
 *
 * @param where the file, as a message shows it.
 * @throws {InputError} (exit code 3) for anything else, and for a file whose parts contradict each
 *   other.
 */
export function decodeModel(bytes: Uint8Array | ArrayBuffer, where = 'model'): ModelRecord {
  const file = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
  const { tensors, metadata } = readSafetensors(file, where);
  const description = describe(metadata, where);
  const problems = new ReadProblems(where);
  checkTensors(tensors, description.network, problems);
  problems.throwAny();
  return { ...description, ...parametersOf(tensors, description.network) };
}

function describe(metadata: ReadonlyMap<string, string>, where: string): ModelDescription {
  const format = metadata.get('format');
  if (format !== MODEL_FORMAT) {
    const found = format === undefined ? 'no format' : `format ${quote(format)}`;
    const expected = `expected ${MODEL_FORMAT}, as lanewise saves models`;
    throw fileError(where, `found ${found} in the metadata of the file, ${expected}`);
  }
  const problems = new ReadProblems(where);
  const described: Described = {};
  for (const key of ['network', 'scale', 'answer', 'image', 'origin'] as const) {
    const text = metadata.get(key);
    if (text === undefined) continue;
    try {
      described[key] = parseStrict(text);
    } catch (error) {
      problems.add(`found metadata ${key} with ${(error as Error).message}, expected JSON`);
    }
  }
  problems.throwAny();
  const description = readDescription(described, problems);
  problems.throwAny();
  return description as ModelDescription;
}

/** What the network has to find: a name and the shape of the tensor. */
function expectedTensors({ inputs, layers }: ModelNetwork): Map<string, number[]> {
  const shapes = new Map<string, number[]>();
  layers.forEach(({ units, bias }, l) => {
    shapes.set(`layers.${l}.weight`, [units, fanIn(inputs, layers, l)]);
    if (bias) shapes.set(`layers.${l}.bias`, [units]);
  });
  return shapes;
}

function checkTensors(
  tensors: ReadonlyMap<string, StoredTensor>,
  network: ModelNetwork,
  problems: ReadProblems,
): void {
  const expected = expectedTensors(network);
  for (const [name, shape] of expected) {
    const tensor = tensors.get(name);
    const wanted = `F32 [${shape.join(', ')}]`;
    if (!tensor) {
      problems.add(`found no tensor ${name}, expected ${wanted}`);
      continue;
    }
    const found = `${quote(tensor.dtype)} [${tensor.shape.slice(0, 8).join(', ')}]`;
    const fits = tensor.dtype === 'F32' && tensor.shape.join() === shape.join();
    const bytes = 4 * shape.reduce((product, size) => product * size, 1);
    if (!fits) problems.add(`found tensor ${name} of ${found}, expected ${wanted}`);
    else if (tensor.bytes.length !== bytes)
      problems.add(`found ${tensor.bytes.length} bytes of tensor ${name}, expected ${bytes}`);
  }
  for (const name of tensors.keys()) {
    if (!expected.has(name)) problems.add(`found tensor ${quote(name)}, which the network lacks`);
  }
}

function parametersOf(
  tensors: ReadonlyMap<string, StoredTensor>,
  { inputs, layers }: ModelNetwork,
): Pick<ModelRecord, 'weights' | 'biases'> {
  const read = (name: string) => floats((tensors.get(name) as StoredTensor).bytes);
  return {
    weights: layers.map(({ units }, l) => {
      const columns = fanIn(inputs, layers, l);
      const values = read(`layers.${l}.weight`);
      return Array.from({ length: units }, (_, i) => values.slice(i * columns, (i + 1) * columns));
    }),
    biases: layers.map(({ units, bias }, l) =>
      bias ? read(`layers.${l}.bias`) : new Float32Array(units),
    ),
  };
}

/** A copy: in the file they need not stand at multiples of 4. `slice` of Node's Buffer makes none. */
function floats(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
