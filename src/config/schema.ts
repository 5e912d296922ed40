import * as v from 'valibot';
import { NAME } from './defaults.js';
import { alternatives, grouped } from './text.js';

// The message of every schema says what was expected; explain.ts puts what was found before it.
// Keys are required here because a config is checked after it is merged over the defaults.

export const ACTIVATIONS = ['relu', 'linear'] as const;
export const LOSSES = ['mse'] as const;
export const INITS = [
  'torch',
  'glorot-uniform',
  'glorot-normal',
  'he-uniform',
  'he-normal',
] as const;
export const MAX_WIDTH = 1_000_000;
/** Seeds are 32-bit words of the random number generator's key. */
export const MAX_SEED = 0xffff_ffff;

function whole(low: number, high: number, description: string) {
  const expected = `a whole number from ${grouped(low)} to ${grouped(high)}`;
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(low, expected),
    v.maxValue(high, expected),
    v.description(description),
  );
}

function positive(description: string) {
  const expected = 'a number greater than 0';
  return v.pipe(
    v.number(expected),
    v.finite(expected),
    v.gtValue(0, expected),
    v.description(description),
  );
}

/** 0 ≤ value < 1 */
function decay(description: string) {
  const expected = 'a number from 0 to below 1';
  return v.pipe(
    v.number(expected),
    v.minValue(0, expected),
    v.ltValue(1, expected),
    v.description(description),
  );
}

function choice<const T extends readonly string[]>(names: T, description: string) {
  return v.pipe(v.picklist(names, alternatives(names)), v.description(description));
}

const path = (description: string) =>
  v.pipe(
    v.string('a path'),
    v.minLength(1, 'a path'),
    v.check((text) => !text.includes('\0'), 'a path without NUL characters'),
    v.description(description),
  );

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

const DataSchema = v.pipe(
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

const NetworksSchema = v.strictObject(
  {
    hidden: v.pipe(
      v.array(
        v.pipe(
          v.array(
            whole(1, MAX_WIDTH, 'Units of a hidden layer'),
            'a list of widths such as [16, 16]',
          ),
          v.maxLength(1000, 'at most 1,000 hidden layers'),
        ),
        'a list of networks such as [[2], [16, 16]]',
      ),
      v.minLength(1, 'at least one network such as [16, 16]'),
      v.maxLength(100_000, 'at most 100,000 networks'),
      v.description('Hidden widths of every network; [] has no hidden layer'),
    ),
    activation: choice(ACTIVATIONS, 'Of the hidden layers; the output layer is linear'),
    init: choice(INITS, 'Distribution of the initial weights'),
  },
  'a map',
);

const learningRate = positive('Step size');

const OptimizerSchema = v.pipe(
  v.variant(
    'name',
    [
      v.strictObject({ name: v.literal('sgd', 'sgd'), learningRate }, 'a map'),
      v.strictObject(
        {
          name: v.literal('momentum', 'momentum'),
          learningRate,
          momentum: decay('Share of the velocity that is kept'),
        },
        'a map',
      ),
      v.strictObject(
        {
          name: v.literal('adam', 'adam'),
          learningRate,
          beta1: decay('Decay of the mean gradient'),
          beta2: decay('Decay of the mean squared gradient'),
          epsilon: positive('Added to the root of the mean square'),
        },
        'a map',
      ),
    ],
    'a map such as { name: sgd }',
  ),
  v.description('Naming another optimizer takes its own defaults'),
);

const TrainingSchema = v.strictObject(
  {
    epochs: whole(1, 10_000_000, 'Passes over the training samples'),
    batchSize: whole(1, 100_000_000, 'Samples of one step, at most the training samples'),
    shuffle: v.pipe(
      v.boolean('true or false'),
      v.description('Draw a new order of the samples in every epoch'),
    ),
    loss: choice(LOSSES, 'Mean squared error'),
    optimizer: OptimizerSchema,
  },
  'a map',
);

const EvaluateSchema = v.pipe(
  v.strictObject(
    {
      every: v.optional(whole(1, 10_000_000, 'Every n epochs')),
      points: v.optional(whole(2, 10_000_000, 'About n epochs, spread logarithmically')),
    },
    'a map such as { every: 1 }',
  ),
  v.description('Epochs whose losses are recorded: every n, or n points; first and last always'),
);

const expectedName = 'a name of 1 to 100 printable characters';

/** A complete config as a file may hold it. */
export const ConfigSchema = v.strictObject(
  {
    name: v.pipe(
      v.string(expectedName),
      v.regex(NAME, expectedName),
      v.description('Names the run and its folder'),
    ),
    seed: whole(0, MAX_SEED, 'First seed; runs use seed … seed + seeds − 1'),
    seeds: whole(1, 1_000_000, 'Runs of every network'),
    data: DataSchema,
    networks: v.pipe(NetworksSchema, v.description('What is trained')),
    training: v.pipe(TrainingSchema, v.description('How it is trained')),
    evaluate: EvaluateSchema,
  },
  'a map such as { seeds: 10 }',
);
