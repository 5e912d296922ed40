import type { Model } from '../../model/model.js';
import { type Column, table } from '../../report/csv.js';

/** What a model says of rows: numbers, or a class and its probabilities. */
export interface Answers {
  /** A row of `outputs` each. */
  outputs: Float32Array[];
  /** Names of the classes that are answered; of several questions yes or no for each. */
  classes?: string[][];
  probabilities?: Float32Array[];
}

export function answersOf(model: Model, x: Float32Array): Answers {
  const { answer, outputs: width } = model;
  const split = (flat: Float32Array) =>
    Array.from({ length: flat.length / width }, (_, j) =>
      flat.subarray(j * width, (j + 1) * width),
    );
  const outputs = split(model.predict(x));
  if (answer.kind === 'numbers') return { outputs };
  const each = answer.kind === 'binary' ? width : 1;
  const named = Array.from(model.classify(x), (label) => model.classNames[label]);
  const classes = outputs.map((_, j) => named.slice(j * each, (j + 1) * each));
  if (answer.outputs === 'scores') return { outputs, classes };
  return { outputs, classes, probabilities: split(model.probabilities(x)) };
}

/** A row for each: `output`, or `class` and a column for every probability (or score). */
export function answersCsv(model: Model, { outputs, classes, probabilities }: Answers): string {
  const { answer, classNames, outputs: width } = model;
  const numbered = (name: string, i: number) => (width === 1 ? name : `${name}_${i + 1}`);
  const range = Array.from({ length: width }, (_, i) => i);
  const shown = probabilities ?? outputs;
  const word = probabilities ? 'p' : 'score';
  const columns: Column<number>[] = classes
    ? [
        ...(answer.kind === 'binary' ? range : [0]).map((i) => ({
          head: answer.kind === 'binary' ? numbered('class', i) : 'class',
          cell: (row: number) => classes[row][i],
        })),
        ...range.map((i) => ({
          head: answer.kind === 'classes' ? `${word}_${classNames[i]}` : numbered(word, i),
          cell: (row: number) => shown[row][i],
        })),
      ]
    : range.map((i) => ({
        head: numbered('output', i),
        cell: (row: number) => outputs[row][i],
      }));
  return table(
    columns,
    outputs.map((_, row) => row),
  );
}

export function answersJson({ outputs, classes, probabilities }: Answers, score?: object): string {
  const lists = (rows: Float32Array[]) => rows.map((row) => Array.from(row));
  const value = {
    ...(score && { score }),
    ...(classes && { classes: classes.map((row) => (row.length === 1 ? row[0] : row)) }),
    ...(probabilities && { probabilities: lists(probabilities) }),
    outputs: lists(outputs),
  };
  return `${JSON.stringify(value)}\n`;
}
