import * as v from 'valibot';
import { path, whole } from '../rules.js';
import { tested } from './preparation.js';

const MOST = 1_000_000;

/** A name or an index; the message of whatever is none. */
function column(expected: string) {
  const name = v.pipe(v.string(), v.minLength(1, expected));
  const index = v.pipe(
    v.number(),
    v.integer(expected),
    v.minValue(-MOST, expected),
    v.maxValue(MOST, expected),
  );
  return v.union([name, index], expected);
}

const targets = 'a column name or index, or a list of them';
const ignored = 'a list of column names and indices';

const csv = v.pipe(
  v.strictObject(
    {
      kind: v.literal('csv', 'csv'),
      file: path('Numeric CSV file, plain or gzipped, relative to this config file'),
      testFile: v.optional(path('Test rows in a file of their own')),
      target: v.pipe(
        v.union(
          [column(targets), v.pipe(v.array(column(targets)), v.minLength(1, targets))],
          targets,
        ),
        v.description('Column to predict: name, or index from 0 (negative: from the end)'),
      ),
      ignore: v.pipe(
        v.array(column(ignored), ignored),
        v.description('Columns that are neither inputs nor targets'),
      ),
      header: v.pipe(
        v.union([v.boolean(), v.literal('auto')], 'true, false or auto'),
        v.description('Whether the first line names the columns'),
      ),
      skipLines: whole(0, 1_000_000, 'Lines above the header or the first row'),
      ...tested,
    },
    'a map',
  ),
  v.description('Rows of a numeric CSV file'),
);

const idx = v.pipe(
  v.strictObject(
    {
      kind: v.literal('idx', 'idx'),
      images: path('Images, plain or gzipped, relative to this config file'),
      labels: path('Their labels'),
      testImages: v.optional(path('Test images; with testLabels')),
      testLabels: v.optional(path('Labels of the test images')),
      ...tested,
    },
    'a map',
  ),
  v.description('Images and labels in the format of MNIST'),
);

const npy = v.pipe(
  v.strictObject(
    {
      kind: v.literal('npy', 'npy'),
      x: path('Array of inputs, a row each, relative to this config file'),
      y: path('Array of targets'),
      testX: v.optional(path('Inputs of the test rows; with testY')),
      testY: v.optional(path('Targets of the test rows')),
      ...tested,
    },
    'a map',
  ),
  v.description('Arrays of NumPy'),
);

const json = v.pipe(
  v.strictObject(
    {
      kind: v.literal('json', 'json'),
      file: path('File of { x, y }, lists of rows, relative to this config file'),
      testFile: v.optional(path('Test rows in a file of their own')),
      ...tested,
    },
    'a map',
  ),
  v.description('Rows of a JSON file'),
);

export const FILES = [csv, idx, npy, json] as const;
