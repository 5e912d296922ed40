import * as v from 'valibot';
import { decay as belowOne, choice, whole } from '../rules.js';
import { encoding, preparation, vary } from './preparation.js';

function atLeastZero(what: string, description: string) {
  const expected = `a ${what} of 0 or more`;
  return v.pipe(
    v.number(expected),
    v.finite(expected),
    v.minValue(0, expected),
    v.description(description),
  );
}

const train = whole(1, 100_000_000, 'Training samples');

function ofNumbers<const K extends string, const E extends v.ObjectEntries>(
  kind: K,
  description: string,
  own: E,
) {
  const noiseVariance = atLeastZero(
    'variance',
    'Variance (not deviation) of the normal noise on training labels',
  );
  const entries = {
    kind: v.literal(kind, kind),
    train,
    test: whole(1, 100_000_000, 'Test samples, free of noise'),
    ...own,
    noiseVariance,
    vary,
    ...preparation,
  };
  return v.pipe(v.strictObject(entries, 'a map'), v.description(description));
}

function ofClasses<const K extends string, const E extends v.ObjectEntries>(
  kind: K,
  description: string,
  own: E,
) {
  const entries = {
    kind: v.literal(kind, kind),
    train,
    test: whole(1, 100_000_000, 'Test samples, with right labels'),
    ...own,
    labelNoise: belowOne('Share of the training labels that name another class'),
    vary,
    encoding,
    ...preparation,
  };
  return v.pipe(v.strictObject(entries, 'a map'), v.description(description));
}

const noise = atLeastZero('deviation', 'Deviation of the normal noise on both coordinates');
const factor = belowOne('Radius of the inner circle; that of the outer one is 1');
const turns = v.pipe(
  v.number('a number greater than 0, at most 100'),
  v.gtValue(0, 'a number greater than 0, at most 100'),
  v.maxValue(100, 'a number greater than 0, at most 100'),
  v.description('How often an arm winds around the centre'),
);

const testRange = v.optional(
  choice(['outside', 'inside'], 'Test inputs beside the range of training inputs, or as these'),
);

const group = v.strictObject(
  {
    count: whole(1, 1_000_000, 'Inputs of the group'),
    deviation: atLeastZero('deviation', 'Standard deviation of each of these inputs'),
    signal: atLeastZero('deviation', 'Standard deviation of what they add to the label'),
  },
  'a map such as { count: 10, deviation: 1, signal: 1 }',
);
const SEVERAL =
  'a whole number from 1 to 1,000,000, or groups such as [{ count: 10, deviation: 1, signal: 1 }]';
const inputs = v.pipe(
  v.union(
    [
      whole(1, 1_000_000, 'Number of inputs'),
      v.pipe(v.array(group), v.minLength(1, SEVERAL), v.maxLength(1000, 'at most 1,000 groups')),
    ],
    SEVERAL,
  ),
  v.description('Number of inputs, or groups of them'),
);

export const GENERATED = [
  ofNumbers('assignment', 'x1² + x2² + 2·x3³ + 4·x4³', { testRange }),
  ofNumbers('tutorial', 'x1² + x2²', { testRange }),
  ofNumbers('linear', 'Σx / √inputs of normal inputs', { inputs }),
  ofNumbers('product', 'x1·x2 + x3 of five normal inputs', {}),
  ofClasses('circles', 'Two circles, one in the other', { noise, factor }),
  ofClasses('moons', 'Two half circles that reach into each other', { noise }),
  ofClasses('spirals', 'Arms that wind around one centre', {
    noise,
    arms: whole(2, 1000, 'Arms, each a class'),
    turns,
  }),
  ofClasses('blobs', 'Normal clouds around points spread evenly over the unit circle', {
    classes: whole(2, 1000, 'Clouds, each a class'),
    deviation: atLeastZero('deviation', 'Deviation of a cloud around its centre'),
  }),
  ofClasses('xor', 'The square of ±1: whether the signs of the coordinates differ', { noise }),
] as const;
