import * as v from 'valibot';
import { ACTIVATION_DEFAULTS, INIT_DEFAULTS } from '../training-defaults.js';
import { decay, flag, fromZero, named, path, positive, whole } from './rules.js';

export const MAX_WIDTH = 1_000_000;

const activation = (description: string) =>
  named(
    ACTIVATION_DEFAULTS,
    {
      slope: decay('Slope below 0'),
      alpha: positive('Limit below 0, with a minus'),
    },
    description,
  );

const init = (description: string) =>
  named(
    INIT_DEFAULTS,
    {
      bound: fromZero(
        'Uniform between −bound and bound: weights, or the biases of random-features',
      ),
      deviation: fromZero('Standard deviation of the weights'),
    },
    description,
  );

const dropout = decay('Probability that an output is dropped while training');

const layer = v.strictObject(
  {
    units: whole(1, MAX_WIDTH, 'Units of a hidden layer'),
    activation: v.optional(activation('Of this layer')),
    init: v.optional(init('Of this layer')),
    dropout: v.optional(dropout),
    bias: v.optional(flag('Whether this layer has a bias')),
    frozen: v.optional(flag('Its weights and bias keep their initial values')),
  },
  'a width or a map such as { units: 16 }',
);

const output = v.strictObject(
  {
    activation: activation('softmax: probabilities; a loss over logits wants linear'),
    bias: flag('Whether the output layer has a bias'),
    frozen: flag('Its weights and bias keep their initial values'),
    init: v.optional(init('Default: as the hidden layers')),
  },
  'a map such as { activation: softmax }',
);

export const NetworksSchema = v.strictObject(
  {
    hidden: v.pipe(
      v.array(
        v.pipe(
          v.array(layer, 'a list of widths such as [16, 16]'),
          v.maxLength(1000, 'at most 1,000 hidden layers'),
        ),
        'a list of networks such as [[2], [16, 16]]',
      ),
      v.minLength(1, 'at least one network such as [16, 16]'),
      v.maxLength(100_000, 'at most 100,000 networks'),
      v.description('Hidden layers of every network, by width or in full; [] has none'),
    ),
    activation: activation('Of the hidden layers'),
    init: init('Distribution of the initial weights'),
    dropout,
    bias: flag('Whether hidden layers have biases'),
    output: v.pipe(output, v.description('The output layer')),
    initial: v.optional(path('Model file whose parameters all networks start from')),
  },
  'a map',
);
