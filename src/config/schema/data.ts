import * as v from 'valibot';
import { choice, path, whole } from './rules.js';

const vary = choice(
  ['seed', 'none'],
  'seed: every seed draws its own data (or split of the file); none: all share those of the first',
);

function generated<const K extends string>(kind: K, description: string) {
  return v.pipe(
    v.strictObject(
      {
        kind: v.literal(kind, kind),
        train: whole(1, 100_000_000, 'Training samples'),
        test: whole(1, 100_000_000, 'Test samples, free of noise'),
        noiseVariance: v.pipe(
          v.number('a variance of 0 or more'),
          v.finite('a variance of 0 or more'),
          v.minValue(0, 'a variance of 0 or more'),
          v.description('Variance (not deviation) of the normal noise on training labels'),
        ),
        vary,
      },
      'a map',
    ),
    v.description(description),
  );
}

const csv = v.pipe(
  v.strictObject(
    {
      kind: v.literal('csv', 'csv'),
      file: path('Numeric CSV file, relative to this config file'),
      testFile: v.optional(path('Test rows in a file of their own; excludes testFraction')),
      testFraction: v.optional(
        v.pipe(
          v.number('a number between 0 and 1'),
          v.gtValue(0, 'a number between 0 and 1'),
          v.ltValue(1, 'a number between 0 and 1'),
          v.description('Share of the rows held back for testing; excludes testFile'),
        ),
      ),
      target: v.pipe(
        v.union(
          [
            v.pipe(v.string(), v.minLength(1)),
            v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(1_000_000)),
          ],
          'a column name or index',
        ),
        v.description('Column to predict: name, or index from 0 (negative: from the end)'),
      ),
      header: v.pipe(
        v.union([v.boolean(), v.literal('auto')], 'true, false or auto'),
        v.description('Whether the first line names the columns'),
      ),
      vary: v.optional(vary),
    },
    'a map',
  ),
  v.description('Rows of a numeric CSV file'),
);

export const DataSchema = v.pipe(
  v.variant(
    'kind',
    [
      generated('assignment', 'x1² + x2² + 2·x3³ + 4·x4³, tested outside the training range'),
      generated('tutorial', 'x1² + x2², tested outside the training range'),
      csv,
    ],
    'a map',
  ),
  v.description('What the networks learn'),
);
