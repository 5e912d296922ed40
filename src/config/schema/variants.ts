import * as v from 'valibot';
import { choice, whole } from './rules.js';

/** A grid of more combinations is a mistake. */
export const MAX_SETTINGS = 10_000;

const number = v.pipe(v.number('a number'), v.finite('a finite number'));

const range = {
  from: v.pipe(number, v.description('The first number')),
  to: v.pipe(number, v.description('The last number')),
  scale: v.optional(choice(['log', 'linear'], 'Default: log, or linear where from is 0 or less')),
};

const points = v.optional(whole(2, 1000, 'So many numbers, ends included; default 5'));

const values = v.pipe(
  v.array(v.any(), 'a list'),
  v.minLength(1, 'at least one value'),
  v.maxLength(1000, 'at most 1,000 values'),
);

const axes = (options: v.GenericSchema, description: string) =>
  v.pipe(v.record(v.string(), options, 'a map of axes'), v.description(description));

const gridAxis = v.union(
  [values, v.strictObject({ ...range, points }, 'a map')],
  'a list of values, or a range such as { from: 0.001, to: 1, points: 4 }',
);

const randomAxis = v.union(
  [values, v.strictObject(range, 'a map')],
  'a list of values, or a range such as { from: 0.001, to: 1 }',
);

const RandomSchema = v.strictObject(
  {
    samples: v.optional(whole(1, MAX_SETTINGS, 'So many draws; default 10')),
    seed: v.optional(whole(0, 0xffff_ffff, 'Of the draws; default: the first seed')),
    over: axes(randomAxis, 'Hyper-parameters, and what to draw them from'),
  },
  'a map such as { samples: 20, over: { learningRate: { from: 0.001, to: 1 } } }',
);

export const VariantsSchema = v.pipe(
  v.strictObject(
    {
      list: v.optional(
        v.pipe(
          v.array(
            v.record(v.string(), v.any(), 'a map such as { label: L2, l2: 0.001 }'),
            'a list of maps such as { label: L2, l2: 0.001 }',
          ),
          v.minLength(1, 'at least one entry'),
          v.description('Settings that go together, each under a label'),
        ),
      ),
      grid: v.optional(axes(gridAxis, 'Hyper-parameters and their values: every combination')),
      random: v.optional(RandomSchema),
    },
    'a map such as { grid: { learningRate: [0.001, 0.01] } }',
  ),
  v.description('What varies beside the networks: by list, by grid, at random'),
);
