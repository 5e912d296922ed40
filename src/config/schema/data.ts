import * as v from 'valibot';
import { FILES } from './data/files.js';
import { GENERATED } from './data/generated.js';
import { tested } from './data/preparation.js';

export const DataSchema = v.pipe(
  v.variant('kind', [...GENERATED, ...FILES], 'a map'),
  v.description('What the networks learn'),
);

/** Of rows in memory, all but the rows. */
export const ArraysSchema = v.strictObject(
  { kind: v.literal('arrays', 'arrays'), train: v.any(), test: v.any(), ...tested },
  'a map',
);
