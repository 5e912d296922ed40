import { existsSync } from 'node:fs';
import { InputError, type Problem } from '../config/problem.js';
import { printable } from '../config/text.js';
import { nameOf } from '../config/types.js';
import { evaluateModel } from '../embed/evaluate-model.js';
import { loadKernels } from '../kernels/node.js';
import { Model } from '../model/model.js';
import { measureOf } from '../model/origin.js';
import { readBackend } from './execution.js';
import { EXIT } from './exit-codes.js';
import { findModel, loadModel } from './model-file.js';
import { outFileProblems, writeOut } from './out-file.js';
import { answersOf, csvText, jsonText } from './predict/answers.js';
import { type Reading, readReading } from './predict/reading.js';
import { readRows } from './predict/rows.js';
import { scoreText } from './predict/score-text.js';
import { readTrainingRows } from './predict/training-rows.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';

/**
 * `lanewise predict`: the answers of a model for the rows of a file, and how right they are where the
 * file has targets.
 *
 * @throws {InputError} for bad input.
 */
export async function predictCommand(invocation: Invocation): Promise<number> {
  const { path, reading, backend, out, json } = await readArguments(invocation);
  const model = await loadModel(path);
  const measure = measureOf(model);
  const { set } = reading;
  const rows = set
    ? await readTrainingRows(model, measure, reading, set)
    : await readRows(model, measure, reading);
  const kernels = await loadKernels({ backend });
  const asked = Model.from(kernels, model);
  const answers = answersOf(asked, rows.x);
  const { y } = rows;
  const scores = y && evaluateModel(kernels, model, measure, { ...rows, y });
  const members = {
    ...{ model: path, data: reading.data, rows: rows.rows },
    ...(scores && {
      loss: { name: nameOf(measure.loss), value: scores.loss },
      ...scores.metrics,
      ...(scores.confusion && { classNames: asked.classNames, confusion: scores.confusion }),
    }),
  };
  const text = json ? jsonText(answers, members) : csvText(answers);
  if (out === undefined) for (const piece of text) write(process.stdout, piece);
  else await writeOut(out, text);
  if (scores) write(process.stderr, scoreText(scores, measure, rows.rows, asked.classNames));
  return EXIT.done;
}

interface Arguments {
  path: string;
  reading: Reading;
  backend: 'wasm' | 'js';
  out: string | undefined;
  json: boolean;
}

async function readArguments({
  values,
  operands,
  problems: unknown,
}: Invocation): Promise<Arguments> {
  const problems: Problem[] = [...unknown];
  const [model = '', data = ''] = operands;
  if (operands.length !== 2) {
    const found = `found ${operands.length} argument${operands.length === 1 ? '' : 's'}`;
    const message = `${found}, expected two: a model and a file of rows`;
    problems.push({ where: 'predict', message });
    throw new InputError(problems);
  }
  const found = findModel(model);
  if ('problem' in found) problems.push(found.problem);
  const reading = await readReading(data, values, problems);
  const backend = readBackend(values.backend as string | undefined, problems);
  const out = values.out as string | undefined;
  const path = 'path' in found ? found.path : model;
  problems.push(...outFileProblems(out, values.force === true, [path, data]));
  if (problems.length > 0) throw new InputError([...problems, ...missingFiles(reading)]);
  return { path, reading, backend, out, json: values.json === true };
}

/** Files that are not there, to be told of together with what else is wrong. */
function missingFiles({ data, labels }: Reading): Problem[] {
  const files = labels === undefined ? [data] : [data, labels];
  const message = 'found no such file, expected rows';
  return files
    .filter((path) => !existsSync(path))
    .map((path) => ({ where: printable(path), message }));
}
