import { InputError } from '../config/problem.js';
import { printable } from '../config/text.js';
import { loadKernels } from '../kernels/node.js';
import { Model } from '../model/model.js';
import { EXIT } from './exit-codes.js';
import { answersCsv, answersJson, answersOf } from './predict/answers.js';
import { readModel } from './predict/model-file.js';
import { readData } from './predict/read-data.js';
import { score } from './predict/score.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';
import { writeWhole } from './write-run.js';

/**
 * `lanewise predict`: what a model says of the rows of a file. Where these have targets, how right it is
 * goes to stderr.
 *
 * @throws {InputError} for bad input.
 */
export async function predictCommand({ values, operands, problems }: Invocation): Promise<number> {
  if (operands.length !== 2) {
    const message = `found ${operands.length} arguments, expected two: a model and a data file`;
    problems.push({ where: 'predict', message });
  }
  if (problems.length > 0) throw new InputError(problems);
  const [path, data] = operands;
  const record = await readModel(path);
  const rows = await readData(record, data, values);
  const model = Model.from(await loadKernels(), record);
  const answers = answersOf(model, rows.x);
  const scored = rows.outputs > 0 ? score(model, rows, printable(data)) : undefined;
  const text =
    values.json === undefined ? answersCsv(model, answers) : answersJson(answers, scored?.numbers);
  if (typeof values.out === 'string') await save(values.out, text);
  else write(process.stdout, text);
  if (scored) write(process.stderr, `${scored.lines.join('\n')}\n`);
  return EXIT.done;
}

/** @throws {InputError} where the file cannot be written. */
export async function save(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeWhole(path, content);
  } catch (error) {
    const message = `found no way to write this file (${(error as Error).message})`;
    throw new InputError([{ where: printable(path), message }]);
  }
}
