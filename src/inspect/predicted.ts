import type { Rows } from '../data/dataset.js';
import { SETS } from '../plan/metrics.js';
import { digits } from './digits.js';
import { evenly, first, gather } from './sample.js';
import type { Subject } from './subject.js';
import type { Predicted, PredictedOutput, PredictedSet } from './types.js';
import { rowsWithin } from './work.js';

const MOST_OUTPUTS = 4;
/** Points of a set: with several outputs each has fewer. */
const MOST_POINTS = 500;
const MOST_POINTS_EACH = 200;

/** Predicted against true quantities; undefined where targets are none. */
export function inspectPredicted(subject: Subject): Predicted | undefined {
  const { model, dataset } = subject;
  if (model.answer.kind !== 'numbers') return undefined;
  const { outputs } = dataset;
  const shown = Array.from(
    { length: Math.min(outputs, MOST_OUTPUTS) },
    (): PredictedOutput => ({}),
  );
  for (const name of SETS) {
    const set = dataset[name];
    if (set.rows === 0) continue;
    const look = predictSet(subject, set);
    shown.forEach((output, at) => {
      output[name] = compare(look, set.rows, outputs, at);
    });
  }
  return { outputs, shown };
}

/** Targets and outputs of some samples, sample by sample. */
interface Look {
  y: Float32Array;
  o: ArrayLike<number>;
}

function predictSet({ model, dataset, predict }: Subject, set: Rows): Look {
  const samples = first(set.rows, rowsWithin(model.network));
  const x = gather(set, set.x, dataset.inputs, samples);
  return { y: gather(set, set.y, dataset.outputs, samples), o: predict(x, samples.length) };
}

function compare({ y, o }: Look, rows: number, outputs: number, at: number): PredictedSet {
  const measured = y.length / outputs;
  const picked = evenly(measured, outputs === 1 ? MOST_POINTS : MOST_POINTS_EACH);
  const column = (values: ArrayLike<number>) => (j: number) => values[j * outputs + at];
  const [target, output] = [column(y), column(o)];
  return {
    rows,
    measured,
    r2: digits(determination(target, output, measured), 6),
    true: picked.map((j) => digits(target(j), 5) ?? 0),
    predicted: picked.map((j) => digits(output(j), 5)),
  };
}

type Column = (j: number) => number;

/** R²; not finite where all targets are alike. */
function determination(target: Column, output: Column, rows: number): number {
  let mean = 0;
  for (let j = 0; j < rows; j++) mean += target(j);
  mean /= rows;
  let residual = 0;
  let spread = 0;
  for (let j = 0; j < rows; j++) {
    const [error, distance] = [output(j) - target(j), target(j) - mean];
    residual += error * error;
    spread += distance * distance;
  }
  return 1 - residual / spread;
}
