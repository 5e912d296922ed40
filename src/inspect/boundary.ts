import type { Rows } from '../data/dataset.js';
import { rowOf } from '../data/dataset.js';
import { type Answers, answersOf } from './answers.js';
import { digits } from './digits.js';
import { evenly, gather } from './sample.js';
import { type Subject, scaled, unscaled } from './subject.js';
import type { Boundary, ClassPoints, Plane, ValuePoints } from './types.js';
import { sideWithin } from './work.js';

/** Points of a set that are shown. */
const MOST_POINTS = 200;
/** Beyond the data, as a share of its range. */
const MARGIN = 0.08;

/** What a network of two inputs answers over their plane; undefined for other networks. */
export function inspectBoundary(subject: Subject): Boundary | undefined {
  const { model, dataset, predict } = subject;
  const { inputs, layers } = model.network;
  const outputs = layers[layers.length - 1].units;
  const answers = answersOf(model.answer, dataset.outputs, outputs);
  if (inputs !== 2 || (!answers && model.answer.kind !== 'numbers')) return undefined;
  const plane = planeOf(subject);
  const over = predict(pointsOf(plane, subject), plane.columns * plane.rows);
  const cut = <T>(at: (point: number) => T) =>
    Array.from({ length: plane.rows }, (_, row) =>
      Array.from({ length: plane.columns }, (_, column) => at(row * plane.columns + column)),
    );
  if (!answers) {
    const values = cut((point) => digits(over[point * outputs], 4));
    const sets = setsOf(subject, (set) => valuePoints(subject, set));
    return { kind: 'values', plane, outputs, values, ...sets };
  }
  const { classes, leadScale } = answers;
  const found = cut((point) => answers.answerOf(over, point));
  return {
    kind: 'classes',
    plane,
    classes,
    answers: found.map((row) => row.map((answer) => answer.class)),
    leads: found.map((row) => row.map(({ lead }) => digits(lead, 3))),
    leadScale,
    ...setsOf(subject, (set) => classPoints(subject, set, answers)),
  };
}

function setsOf<T>({ dataset: { train, test } }: Subject, of: (set: Rows) => T) {
  return { train: of(train), test: of(test) };
}

function planeOf(subject: Subject): Plane {
  const { dataset, model } = subject;
  const side = sideWithin(model.network);
  const { train, test } = dataset;
  const trained = [0, 1].map((input) => spanOf(subject, [train], input));
  const all = [0, 1].map((input) => wider(spanOf(subject, [train, test], input)));
  const ends = (spans: readonly Span[]) => ({ low: pair(spans, 'low'), high: pair(spans, 'high') });
  return { columns: side, rows: side, ...ends(all), trained: ends(trained) };
}

interface Span {
  low: number;
  high: number;
}

function pair(spans: readonly Span[], end: keyof Span): [number, number] {
  return [spans[0][end], spans[1][end]];
}

function spanOf(subject: Subject, sets: readonly Rows[], input: number): Span {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const set of sets) {
    for (let j = 0; j < set.rows; j++) {
      const x = set.x[2 * rowOf(set, j) + input];
      if (x < low) low = x;
      if (x > high) high = x;
    }
  }
  return { low: unscaled(subject, input, low), high: unscaled(subject, input, high) };
}

/** With a margin, and never of no width. */
function wider({ low, high }: Span): Span {
  const margin = high > low ? MARGIN * (high - low) : 0.5;
  return { low: low - margin, high: high + margin };
}

/** The points of the plane as the network sees them, row by row from the lowest up. */
function pointsOf({ columns, rows, low, high }: Plane, subject: Subject): Float32Array {
  const x = new Float32Array(2 * columns * rows);
  const along = (input: 0 | 1, step: number, steps: number) =>
    scaled(subject, input, low[input] + ((high[input] - low[input]) * step) / (steps - 1));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = 2 * (row * columns + column);
      x[at] = along(0, column, columns);
      x[at + 1] = along(1, row, rows);
    }
  }
  return x;
}

function placesOf(subject: Subject, x: Float32Array): [number, number][] {
  const place = (i: number, input: 0 | 1) =>
    digits(unscaled(subject, input, x[2 * i + input]), 5) ?? 0;
  return Array.from({ length: x.length / 2 }, (_, i) => [place(i, 0), place(i, 1)]);
}

function classPoints(subject: Subject, set: Rows, answers: Answers): ClassPoints {
  const picked = evenly(set.rows, MOST_POINTS);
  const x = gather(set, set.x, 2, picked);
  const y = gather(set, set.y, subject.dataset.outputs, picked);
  const o = subject.predict(x, picked.length);
  return {
    rows: set.rows,
    x: placesOf(subject, x),
    class: picked.map((_, i) => answers.classOf(y, i)),
    answer: picked.map((_, i) => answers.answerOf(o, i).class),
  };
}

function valuePoints(subject: Subject, set: Rows): ValuePoints {
  const { outputs } = subject.dataset;
  const picked = evenly(set.rows, MOST_POINTS);
  const y = gather(set, set.y, outputs, picked);
  return {
    rows: set.rows,
    x: placesOf(subject, gather(set, set.x, 2, picked)),
    target: picked.map((_, i) => digits(y[i * outputs], 5) ?? 0),
  };
}
