import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMover } from '../../src/train/augment.js';
import { bind } from '../../src/train/bind.js';
import { compileTeamStep } from '../../src/train/compile/step.js';
import { initialise } from '../../src/train/initialise.js';
import { memberSlabs } from '../../src/train/job.js';
import { createAdvance } from '../../src/train/optimizer.js';
import { type Parameters, readParameters } from '../../src/train/parameters.js';
import { createStep } from '../../src/train/step.js';
import { createStepState } from '../../src/train/step-state.js';
import { type BackendName, createTeamJobs } from '../job.js';
import { networkOf, variantOf } from '../variant.js';
import { ACTIVATIONS, LOSSES, OPTIMIZERS } from './choices.js';
import { datasetOf } from './runs.js';
import { TEAM_CASES, type TeamCase } from './team-cases.js';

/** Two updates on all rows, alone (size 0) or by a team whose members take their phases in turns. */
async function train(
  { variant, dataset, options }: TeamCase,
  backend: BackendName,
  size: number,
): Promise<Parameters> {
  const n = dataset.train.rows;
  const training = { ...variant.training, batchSize: n };
  const whole = { ...variant, training };
  const slots = Math.max(1, size);
  const { job, slabs } = await createTeamJobs(whole, dataset, backend, slots, options);
  initialise(job);
  const members = slabs.map((own, member) => {
    const mine = { ...job, slab: memberSlabs(job.slab, own).training };
    const state = createStepState();
    state.rows = job.data.train.order;
    return {
      state,
      advance: createAdvance(training.optimizer, state),
      move: createMover(mine),
      alone: createStep(mine, n, state),
      phases: size > 0 ? compileTeamStep(mine, n, { member, size }) : [],
    };
  });
  for (let update = 0; update < 2; update++) {
    for (const { advance, move, state } of members) {
      advance(0.01);
      move?.(state.update, n);
    }
    if (size === 0) members[0].alone();
    for (let phase = 0; phase < members[0].phases.length; phase++) {
      // The last member first: no phase may lean on another member's slice.
      for (const { phases, state } of members.toReversed()) {
        for (const run of bind(job.kernels, phases[phase], state)) run();
      }
    }
  }
  return readParameters(job.memory, job.slab);
}

const hiddenActivations = ACTIVATIONS.filter((each) => each !== 'softmax');
const numberLosses = LOSSES.filter((each) => each !== 'softmax-cross-entropy');

const caseArbitrary = fc
  .record({
    hidden: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 3 }),
    inputs: fc.integer({ min: 1, max: 20 }),
    units: fc.integer({ min: 1, max: 5 }),
    n: fc.integer({ min: 1, max: 90 }),
    classes: fc.boolean(),
    activation: fc.constantFrom(...hiddenActivations),
    output: fc.constantFrom(...ACTIVATIONS),
    loss: fc.constantFrom(...numberLosses),
    optimizer: fc.constantFrom(...OPTIMIZERS.map(([, optimizer]) => optimizer)),
    dropout: fc.constantFrom(0, 0.4),
    noise: fc.constantFrom(0, 0.1),
    clip: fc.constantFrom('none' as const, { name: 'norm', limit: 0.1 } as const),
    l1: fc.constantFrom(0, 0.01),
  })
  .map(({ hidden, inputs, units, n, classes, activation, output, dropout, noise, l1, ...rest }) => {
    const style = { activation, dropout, output: { activation: output } };
    const sizes = { train: n, test: 1, inputs, outputs: classes ? 1 : units };
    return {
      name: 'random',
      variant: variantOf(networkOf(inputs, hidden, units, style), {
        ...rest,
        ...(classes && { loss: 'softmax-cross-entropy' }),
        augmentation: { noise, flip: 'none', shift: 0, rotation: 0 },
        penalty: { l1, l2: 0 },
      }),
      dataset: datasetOf(classes ? { ...sizes, classes: units } : sizes),
    };
  });

describe('a team', () => {
  it('of any size leaves the bits of one thread', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary, fc.integer({ min: 1, max: 6 }), async (given, size) => {
        expect(await train(given, 'wasm', size)).toEqual(await train(given, 'wasm', 0));
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it.each(TEAM_CASES)('leaves them on the pure-JS kernels, too, with $name', async (given) => {
    expect(await train(given, 'js', 3)).toEqual(await train(given, 'wasm', 0));
  });

  it('shares every operation: no column, row or parameter twice or never', async () => {
    const variant = variantOf(networkOf(30, [64, 48], 10, { dropout: 0.1 }), {
      clip: { name: 'value', limit: 1 },
    });
    const dataset = datasetOf({ train: 100, test: 1, inputs: 30, outputs: 10 });
    const { job } = await createTeamJobs(variant, dataset, 'wasm', 1);
    const total = (size: number) =>
      Array.from({ length: size }, (_, member) => compileTeamStep(job, 100, { member, size }))
        .flat(2)
        .reduce((work, o) => {
          if ('k' in o) return work + o.m * o.n * o.k;
          if ('count' in o) return work + o.count;
          return 'm' in o && 'n' in o ? work + o.m * o.n : work;
        }, 0);
    expect(total(2)).toBe(total(1));
    expect(total(7)).toBe(total(1));
  });
});
