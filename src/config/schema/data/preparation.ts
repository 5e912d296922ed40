import * as v from 'valibot';
import { decay as belowOne, choice, whole } from '../rules.js';

const SPLITS = ['random', 'stratified', 'order'] as const;
const SCALINGS = ['none', 'standard', 'minmax'] as const;
const ENCODINGS = ['auto', 'number', 'label', 'one-hot', 'binary'] as const;

export const vary = choice(
  ['seed', 'none'],
  'seed: every seed draws its own data (or split of the file); none: all share those of the first',
);

/** Of every kind of data. */
export const preparation = {
  validationFraction: belowOne('Share of the training rows held back for validation'),
  split: choice(SPLITS, 'Rows held back: drawn, drawn class by class, or the last in order'),
  scaling: choice(
    SCALINGS,
    'Of every input, by the training rows: to mean 0 and deviation 1, or to 0 … 1',
  ),
};

export const encoding = choice(
  ENCODINGS,
  'Targets: numbers as they are, a class label, 0/1 columns; auto: what the loss wants',
);

const folds = 'a whole number from 2 to 1,000,000 or leave-one-out';

/** Of the kinds whose rows do not come with a seed; how they are tested. */
export const tested = {
  image: v.optional(
    v.pipe(
      v.strictObject(
        {
          height: whole(1, 65_536, 'Rows of pixels'),
          width: whole(1, 65_536, 'Pixels of a row'),
          channels: v.optional(whole(1, 65_536, 'Numbers of a pixel'), 1),
        },
        'a map such as { height: 8, width: 8 }',
      ),
      v.description('The image that the inputs of a row are, channels last, for augmentation'),
    ),
  ),
  encoding,
  ...preparation,
  // Last, as completeData puts them.
  testFraction: v.optional(
    v.pipe(
      v.number('a number between 0 and 1'),
      v.gtValue(0, 'a number between 0 and 1'),
      v.ltValue(1, 'a number between 0 and 1'),
      v.description('Share of the rows held back for testing; excludes test rows and folds'),
    ),
  ),
  testRows: v.optional(
    whole(1, 100_000_000, 'Rows held back for testing, or used of the test rows; excludes folds'),
  ),
  folds: v.optional(
    v.pipe(
      v.union(
        [
          v.literal('leave-one-out'),
          v.pipe(v.number(), v.integer(folds), v.minValue(2, folds), v.maxValue(1_000_000, folds)),
        ],
        folds,
      ),
      v.description('Cross-validation: so many parts of the rows, each the test set once'),
    ),
  ),
  trainRows: v.optional(
    whole(1, 100_000_000, 'Rows to train on, of those left by test and validation rows'),
  ),
  vary: v.optional(vary),
};
