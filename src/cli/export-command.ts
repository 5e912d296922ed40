import { InputError, type Problem } from '../config/problem.js';
import { didYouMean } from '../config/suggest.js';
import { alternatives, describeValue } from '../config/text.js';
import { encodeModel } from '../model/encode.js';
import type { ModelRecord } from '../model/record.js';
import { toJson } from '../model/to-json.js';
import { toOnnx } from '../model/to-onnx.js';
import { EXIT } from './exit-codes.js';
import { findModel, loadModel } from './model-file.js';
import { outFileProblems, writeOut } from './out-file.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';

type Format = 'onnx' | 'json' | 'safetensors';

const FORMATS: Record<Format, (model: ModelRecord) => string | Uint8Array> = {
  onnx: toOnnx,
  json: toJson,
  safetensors: encodeModel,
};

/**
 * `lanewise export`: a model in a form that other programs read.
 *
 * @throws {InputError} for bad input.
 */
export async function exportCommand(
  invocation: Invocation,
  stdout: NodeJS.WriteStream = process.stdout,
): Promise<number> {
  const { path, format, out } = readArguments(invocation, stdout.isTTY);
  const content = FORMATS[format](await loadModel(path));
  if (out === undefined) write(stdout, content);
  else await writeOut(out, content);
  return EXIT.done;
}

function readArguments(
  { values, operands, problems: unknown }: Invocation,
  isTerminal: boolean,
): { path: string; format: Format; out: string | undefined } {
  const problems: Problem[] = [...unknown];
  if (operands.length !== 1) {
    const message = `found ${operands.length} arguments, expected one: a model`;
    problems.push({ where: 'export', message });
    throw new InputError(problems);
  }
  const found = findModel(operands[0]);
  if ('problem' in found) problems.push(found.problem);
  const path = 'path' in found ? found.path : operands[0];
  const out = values.out as string | undefined;
  const format = readFormat(values.format, out, problems);
  problems.push(...outFileProblems(out, values.force === true, [path]));
  if (format !== 'json' && format !== undefined && out === undefined && isTerminal) {
    const message = `found a terminal, expected a file for ${format}: --out FILE, or > FILE`;
    problems.push({ where: '--out', message });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { path, format: format as Format, out };
}

/** As --format says, else by the end of the file's name. */
function readFormat(
  given: unknown,
  out: string | undefined,
  problems: Problem[],
): Format | undefined {
  const names = Object.keys(FORMATS);
  const expected = `expected ${alternatives(names)}`;
  if (given !== undefined) {
    if (names.includes(given as string)) return given as Format;
    const message = `found ${describeValue(given)}, ${expected}${didYouMean(given, names)}`;
    problems.push({ where: '--format', message });
    return undefined;
  }
  const end = out === undefined ? undefined : /\.([^./\\]+)$/.exec(out)?.[1].toLowerCase();
  if (end !== undefined && names.includes(end)) return end as Format;
  const found = end === undefined ? 'found none' : `found none for a file .${end}`;
  problems.push({ where: '--format', message: `${found}, ${expected}` });
  return undefined;
}
