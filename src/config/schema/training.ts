import * as v from 'valibot';
import { choice, decay, positive, whole } from './rules.js';

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

export const TrainingSchema = v.strictObject(
  {
    epochs: whole(1, 10_000_000, 'Passes over the training samples'),
    batchSize: whole(1, 100_000_000, 'Samples of one step, at most the training samples'),
    shuffle: v.pipe(
      v.boolean('true or false'),
      v.description('Draw a new order of the samples in every epoch'),
    ),
    loss: choice(
      ['mse', 'softmax-cross-entropy'],
      'Mean squared error, or cross-entropy of the softmax against a class index',
    ),
    optimizer: OptimizerSchema,
  },
  'a map',
);
