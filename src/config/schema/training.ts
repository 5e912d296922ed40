import * as v from 'valibot';
import {
  CLIP_DEFAULTS,
  LOSS_DEFAULTS,
  OPTIMIZER_DEFAULTS,
  SCHEDULE_DEFAULTS,
} from '../training-defaults.js';
import { choice, decay, flag, fromZero, named, positive, share, whole } from './rules.js';

const OptimizerSchema = named(
  OPTIMIZER_DEFAULTS,
  {
    learningRate: positive('Step size'),
    weightDecay: fromZero('Decay of the parameters; adamw takes it off directly'),
    decayBiases: flag('Whether biases decay too'),
    momentum: decay('Share of the velocity that is kept'),
    dampening: decay('Share of a gradient that does not enter the velocity'),
    epsilon: v.pipe(
      v.number(EPSILON()),
      v.minValue(1e-30, EPSILON()),
      v.maxValue(1e30, EPSILON()),
      v.description('Added to a divisor'),
    ),
    learningRateDecay: fromZero('The rate of update t is divided by 1 + (t − 1) times this'),
    initialAccumulator: fromZero('What the sums of squares start from'),
    rho: decay('Decay of the mean squares'),
    alpha: decay('Decay of the mean squared gradient'),
    centered: flag('Divide by the deviation instead of the root mean square'),
    beta1: decay('Decay of the mean gradient'),
    beta2: decay('Decay of the mean squared gradient'),
    amsgrad: flag('Divide by the largest mean square so far'),
  },
  'Naming another optimizer takes its own defaults',
);

function EPSILON(): string {
  return 'a number from 1e-30 to 1e30';
}

const patience = whole(1, 10_000_000, 'Epochs without improvement that are borne');
const minDelta = fromZero('Improvements count from here on');
const monitor = choice(['validation', 'train'], 'The rows whose loss is watched');

const ScheduleSchema = named(
  SCHEDULE_DEFAULTS,
  {
    every: whole(1, 10_000_000, 'Epochs between two steps'),
    factor: share('What the learning rate is multiplied by'),
    minimum: fromZero('Learning rate at the end'),
    patience,
    minDelta,
  },
  'The learning rate over the epochs',
);

const none = v.literal('none', 'none');

const method = v.optional(
  choice(
    ['gradient', 'least-squares'],
    'Step by step, or the output layer at once on random features',
  ),
);

export const TrainingSchema = v.strictObject(
  {
    method,
    epochs: whole(1, 10_000_000, 'Passes over the training samples'),
    batchSize: v.pipe(
      v.union(
        [v.literal('full'), whole(1, 100_000_000, 'Samples of one step')],
        'a whole number from 1 to 100,000,000 or full',
      ),
      v.description('Samples of one step, at most the training samples; full: all of them'),
    ),
    shuffle: flag('Draw a new order of the samples in every epoch'),
    loss: named(
      LOSS_DEFAULTS,
      {
        delta: positive('Residual from which the loss is linear'),
        beta: positive('Residual from which the loss is linear'),
      },
      'What is minimised; cross-entropies and the divergence take logits',
    ),
    optimizer: OptimizerSchema,
    schedule: ScheduleSchema,
    warmup: whole(0, 10_000_000, 'Epochs over which the learning rate rises to its full value'),
    penalty: v.pipe(
      v.strictObject(
        {
          l1: fromZero('Adds l1 · Σ|w| to the loss'),
          l2: fromZero('Adds l2 · Σw² to the loss'),
        },
        'a map',
      ),
      v.description('On the weights, not the biases'),
    ),
    clip: named(
      CLIP_DEFAULTS,
      { limit: positive('Of the norm of all gradients, or of every entry') },
      'Limits the gradients',
    ),
    earlyStopping: v.pipe(
      v.union(
        // Keys that are not known are shape.ts's: a strict map would only say that it is none.
        [none, v.object({ patience, minDelta, monitor }, 'a map')],
        'none or a map such as { patience: 10 }',
      ),
      v.description('Ends training when the monitored loss no longer falls; keeps the best epoch'),
    ),
    augmentation: v.pipe(
      v.strictObject(
        {
          noise: fromZero('Standard deviation of the noise on every input'),
          flip: choice(
            ['none', 'horizontal', 'vertical', 'both'],
            'Images are mirrored with probability ½',
          ),
          shift: whole(0, 10_000, 'Images move by up to so many pixels'),
          rotation: v.pipe(
            v.number('a number from 0 to 180'),
            v.minValue(0, 'a number from 0 to 180'),
            v.maxValue(180, 'a number from 0 to 180'),
            v.description('Images turn by up to so many degrees'),
          ),
        },
        'a map',
      ),
      v.description('What is done to the inputs of training batches'),
    ),
  },
  'a map',
);
