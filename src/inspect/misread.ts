import { rowOf } from '../data/dataset.js';
import type { ImageShape } from '../data/table.js';
import { type Answer, answersOf } from './answers.js';
import { digits } from './digits.js';
import { imageSize, shrinkImage } from './image.js';
import { first, gather } from './sample.js';
import { type Subject, unscaled } from './subject.js';
import type { ImageSize, Misread, MisreadImage } from './types.js';
import { rowsWithin } from './work.js';

const MOST_IMAGES = 25;

/** Test images that the network takes for another class; undefined where inputs are no images, or
 * targets no classes. */
export function inspectMisread(subject: Subject): Misread | undefined {
  const { model, dataset, predict } = subject;
  const { image, network, answer } = model;
  const outputs = network.layers[network.layers.length - 1].units;
  const answers = answersOf(answer, dataset.outputs, outputs);
  if (!image || !answers || dataset.test.rows === 0) return undefined;
  const { test, inputs } = dataset;
  const rows = first(test.rows, rowsWithin(network));
  const o = predict(gather(test, test.x, inputs, rows), rows.length);
  const y = gather(test, test.y, dataset.outputs, rows);
  const wrong = rows
    .map((row) => ({ row, class: answers.classOf(y, row), answer: answers.answerOf(o, row) }))
    .filter((each) => each.class !== each.answer.class)
    .sort((a, b) => order(b.answer) - order(a.answer) || a.row - b.row);
  const size = imageSize(image);
  const draw = pixelsOf(subject, rows.length, image, size);
  return {
    image: size,
    tested: rows.length,
    count: wrong.length,
    score: answers.score,
    images: wrong.slice(0, MOST_IMAGES).map(
      ({ row, class: own, answer }): MisreadImage => ({
        row,
        class: own,
        answer: answer.class,
        score: digits(answer.score, 4) ?? 0,
        pixels: draw(row),
      }),
    ),
  };
}

/** An answer of no number comes last. */
function order({ score }: Answer): number {
  return Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
}

/** Draws test image j. */
function pixelsOf(
  subject: Subject,
  rows: number,
  shape: ImageShape,
  size: ImageSize,
): (j: number) => number[] {
  const { test, inputs } = subject.dataset;
  const original = (j: number) => {
    const at = rowOf(test, j) * inputs;
    return Float64Array.from({ length: inputs }, (_, i) => unscaled(subject, i, test.x[at + i]));
  };
  const { low, high } = rangeOf(rows, original);
  const step = high > low ? 255 / (high - low) : 0;
  return (j) =>
    Array.from(shrinkImage(original(j), 0, shape, size), (value) =>
      Math.round((value - low) * step),
    );
}

function rangeOf(rows: number, original: (j: number) => Float64Array) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < rows; j++) {
    for (const value of original(j)) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return { low, high };
}
