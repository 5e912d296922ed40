import * as v from 'valibot';
import { choice, whole } from './rules.js';

export const ACTIVATIONS = ['relu', 'sigmoid', 'tanh', 'linear'] as const;
export const INITS = [
  'torch',
  'glorot-uniform',
  'glorot-normal',
  'he-uniform',
  'he-normal',
] as const;
export const MAX_WIDTH = 1_000_000;

export const NetworksSchema = v.strictObject(
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
