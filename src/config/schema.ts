import * as v from 'valibot';
import { NAME } from './defaults.js';
import { DataSchema } from './schema/data.js';
import { DiagnosticsSchema } from './schema/diagnostics.js';
import { NetworksSchema } from './schema/networks.js';
import { whole } from './schema/rules.js';
import { TrainingSchema } from './schema/training.js';
import { VariantsSchema } from './schema/variants.js';

// Keys are required here because a config is checked after it is merged over the defaults.

/** Seeds are 32-bit words of the random number generator's key. */
export const MAX_SEED = 0xffff_ffff;

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
    variants: v.optional(VariantsSchema),
    diagnostics: v.optional(DiagnosticsSchema),
  },
  'a map such as { seeds: 10 }',
);
