import * as v from 'valibot';
import { flag } from './rules.js';

export const DiagnosticsSchema = v.pipe(
  v.strictObject(
    {
      gap: v.optional(flag('Test loss less training loss')),
      norm: v.optional(flag('Norms of the weights and of all parameters')),
      jacobian: v.optional(
        flag('Effective parameters and eigenvalues of J·Jᵀ, on the training rows'),
      ),
      variance: v.optional(flag('Bias and variance over the seeds, at fixed test points')),
      references: v.optional(flag('Predictors that need no network')),
      checkRate: v.optional(flag('The whole sweep at learning rate × 3 and ÷ 3, too')),
    },
    'a map such as { norm: true }',
  ),
  v.description('What is measured beside losses and metrics'),
);
