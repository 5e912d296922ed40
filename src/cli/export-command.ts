import { extname } from 'node:path';
import { InputError } from '../config/problem.js';
import { didYouMean } from '../config/suggest.js';
import { alternatives, quote } from '../config/text.js';
import { encodeModel } from '../model/encode.js';
import type { ModelRecord } from '../model/record.js';
import { toJson } from '../model/to-json.js';
import { toOnnx } from '../model/to-onnx.js';
import { EXIT } from './exit-codes.js';
import { readModel } from './predict/model-file.js';
import { save } from './predict-command.js';
import type { Invocation } from './settings.js';

const FORMATS: Readonly<Record<string, (record: ModelRecord) => string | Uint8Array>> = {
  onnx: toOnnx,
  json: toJson,
  safetensors: encodeModel,
};

/**
 * `lanewise export`: a model as a file of another format.
 *
 * @throws {InputError} for bad input.
 */
export async function exportCommand({ values, operands, problems }: Invocation): Promise<number> {
  const { out, format: wanted } = values as { out?: string; format?: string };
  if (operands.length !== 1) {
    const message = `found ${operands.length} arguments, expected one: a model`;
    problems.push({ where: 'export', message });
  }
  if (!out) problems.push({ where: '--out', message: 'found no file, expected one to write' });
  const format = wanted ?? (out ? extname(out).slice(1).toLowerCase() : undefined);
  if (format !== undefined && !Object.hasOwn(FORMATS, format)) {
    const names = Object.keys(FORMATS);
    const where = wanted === undefined ? '--out' : '--format';
    const expected = `${alternatives(names)}${didYouMean(format, names)}`;
    problems.push({ where, message: `found format ${quote(format)}, expected ${expected}` });
  }
  if (problems.length > 0 || !out || !format) throw new InputError(problems);
  const record = await readModel(operands[0]);
  await save(out, FORMATS[format](record));
  return EXIT.done;
}
