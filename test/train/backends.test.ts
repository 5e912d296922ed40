import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf, variantOf } from '../variant.js';
import { ACTIVATIONS, OPTIMIZERS } from './choices.js';
import { datasetOf, run } from './runs.js';
import { TEAM_CASES } from './team-cases.js';

describe('both backends', () => {
  it('give equal bits for random networks, batches, activations and optimizers', async () => {
    const hiddenActivations = ACTIVATIONS.filter((each) => each !== 'softmax');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(...hiddenActivations),
        fc.constantFrom(...OPTIMIZERS.map(([, optimizer]) => optimizer)),
        fc.boolean(),
        async (hidden, inputs, outputs, batchSize, test, activation, optimizer, shuffle) => {
          const dataset = datasetOf({ train: 70, test, inputs, outputs });
          const network = networkOf(inputs, hidden, outputs, { activation });
          const variant = variantOf(network, { optimizer, shuffle, batchSize });
          expect(await run(variant, dataset, 'js')).toEqual(await run(variant, dataset, 'wasm'));
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  it.each(TEAM_CASES)('give equal bits with $name', async ({ variant, dataset, options }) => {
    const js = await run(variant, dataset, 'js', options);
    expect(js).toEqual(await run(variant, dataset, 'wasm', options));
  });
});
