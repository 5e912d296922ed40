import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.js';
import type { SweepConfig } from '../../src/config/types.js';
import { evaluationEpochs } from '../../src/plan/evaluation.js';
import { trialMilliseconds, updateFlops } from '../../src/plan/flops.js';
import { countParameters } from '../../src/plan/network.js';
import { planSweep } from '../../src/plan/plan.js';
import { planSchedule } from '../../src/plan/schedule.js';
import { networkOf } from '../variant.js';

const SHAPE = { inputs: 4, outputs: 1, trainRows: 500, validationRows: 0, testRows: 50 };
const network = (...hidden: number[]) => networkOf(4, hidden, 1);
/** One entry of the dataset table for every seed. */
const entriesOf = ({ seed, seeds }: SweepConfig) =>
  Array.from({ length: seeds }, (_, i) => ({ seed: seed + i, shape: SHAPE }));
const planOn = (config: SweepConfig) => planSweep(config, entriesOf(config));

describe('networks', () => {
  it.each([
    [[2], '4-2-1', 13],
    [[2000], '4-2000-1', 12001],
    [[16, 16], '4-16-16-1', 369],
    [[], '4-1', 5],
  ])('hidden %j is %s with %i parameters', (hidden, id, params) => {
    expect(network(...hidden).id).toBe(id);
    expect(countParameters(network(...hidden))).toBe(params);
  });

  it('leaves a missing bias out of the count', () => {
    const bare = networkOf(4, [3], 1, { bias: false, output: { bias: false } });
    expect(countParameters(bare)).toBe(15);
    expect(countParameters(networkOf(4, [3], 1, { bias: false }))).toBe(16);
  });

  it('has ReLU hidden layers and a linear output', () => {
    expect(network(3, 2).layers.map((l) => l.activation)).toEqual(['relu', 'relu', 'linear']);
  });

  it('takes from a layer what it says, from the network the rest', () => {
    const layer = { units: 3, activation: { name: 'elu', alpha: 0.5 }, dropout: 0.2 } as const;
    const { id, layers } = networkOf(4, [layer, 2], 1, {
      activation: 'tanh',
      dropout: 0.1,
      bias: false,
      init: 'zeros',
      output: { activation: 'sigmoid', frozen: true },
    });
    expect(id).toBe('4-3[elu 0.5 dropout=0.2]-2-1');
    const shared = { init: 'zeros', bias: false, frozen: false, params: {} };
    expect(layers).toEqual([
      { ...shared, units: 3, activation: 'elu', params: { alpha: 0.5 }, dropout: 0.2 },
      { ...shared, units: 2, activation: 'tanh', dropout: 0.1 },
      { ...shared, units: 1, activation: 'sigmoid', dropout: 0, bias: true, frozen: true },
    ]);
  });

  it('names two networks differently where their layers differ', () => {
    const ids = [
      [3],
      [{ units: 3, frozen: true }],
      [{ units: 3, bias: false }],
      [{ units: 3, init: { name: 'normal', deviation: 2 } as const }],
      [{ units: 3, dropout: 0.5 }],
    ].map((hidden) => networkOf(4, hidden, 1).id);
    expect(ids).toEqual([
      '4-3-1',
      '4-3[frozen]-1',
      '4-3[no bias]-1',
      '4-3[normal 2]-1',
      '4-3[dropout=0.5]-1',
    ]);
  });

  it('counts forward, dW and dX of an update', () => {
    expect(updateFlops(network(10), 100)).toBe(100 * 2 * (3 * (40 + 10) - 40));
  });
});

describe('evaluationEpochs', () => {
  it('takes every n epochs, and the first and last always', () => {
    expect(evaluationEpochs({ every: 1 }, 3)).toEqual([0, 1, 2, 3]);
    expect(evaluationEpochs({ every: 4 }, 10)).toEqual([0, 4, 8, 10]);
    expect(evaluationEpochs({ every: 99 }, 10)).toEqual([0, 10]);
  });

  it('spreads points logarithmically', () => {
    expect(evaluationEpochs({ points: 6 }, 10000)).toEqual([0, 1, 10, 100, 1000, 10000]);
  });

  it('is ascending, distinct and within bounds whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 300 }),
        fc.integer({ min: 1, max: 1e6 }),
        (points, epochs) => {
          const chosen = evaluationEpochs({ points }, epochs);
          expect(chosen[0]).toBe(0);
          expect(chosen.at(-1)).toBe(epochs);
          expect(chosen.length).toBeLessThanOrEqual(points + 1);
          chosen.forEach((epoch, i) => {
            if (i > 0) expect(epoch).toBeGreaterThan(chosen[i - 1]);
          });
        },
      ),
    );
  });
});

describe('planSweep', () => {
  it('takes a full batch for the most training rows that a dataset has', () => {
    const config = resolveConfig({ training: { batchSize: 'full' }, seeds: 2 });
    const shapes = [480, 500].map((trainRows) => ({ ...SHAPE, trainRows }));
    const entries = shapes.map((shape, i) => ({ seed: 42 + i, shape }));
    const { variants } = planSweep(config, entries);
    expect(new Set(variants.map(({ training }) => training.batchSize))).toEqual(new Set([500]));
  });

  const config = resolveConfig({ seed: 7, seeds: 3, networks: { hidden: [[2], [400]] } });

  it('orders trials by variant, then seed, each with its own data', () => {
    const { trials, datasets } = planOn(config);
    expect(datasets).toEqual([SHAPE, SHAPE, SHAPE]);
    expect(trials.map(({ variant, seed, dataset }) => [variant, seed, dataset])).toEqual([
      [0, 7, 0],
      [0, 8, 1],
      [0, 9, 2],
      [1, 7, 0],
      [1, 8, 1],
      [1, 9, 2],
    ]);
    expect(trials.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('shares one dataset when data do not vary', () => {
    const { trials } = planSweep(config, [{ seed: 7, shape: SHAPE }]);
    expect(trials.map(({ seed }) => seed)).toEqual([7, 8, 9, 7, 8, 9]);
    expect(trials.every(({ dataset }) => dataset === 0)).toBe(true);
    expect(trials.every((trial) => !('fold' in trial))).toBe(true);
  });

  it('trains every seed on every fold, its own or those of all', () => {
    const fold = (seed: number, fold: number) => ({ seed, fold, shape: SHAPE });
    const two = resolveConfig({ ...config, seeds: 2, networks: { hidden: [[2]] } });
    const places = (entries: ReturnType<typeof fold>[]) =>
      planSweep(two, entries).trials.map(({ seed, fold, dataset }) => [seed, fold, dataset]);
    const folds = [
      [7, 0, 0],
      [7, 1, 1],
    ];
    expect(places([fold(7, 0), fold(7, 1), fold(8, 0), fold(8, 1)])).toEqual([
      ...folds,
      [8, 0, 2],
      [8, 1, 3],
    ]);
    // What does not vary belongs to the first seed alone.
    expect(places([fold(7, 0), fold(7, 1)]).slice(0, 2)).toEqual(folds);
    expect(places([fold(7, 0), fold(7, 1)]).slice(2)).toEqual([
      [8, 0, 0],
      [8, 1, 1],
    ]);
  });

  it('has an output for every class', () => {
    const shape = { ...SHAPE, classes: 5 };
    const { variants } = planSweep(config, [{ seed: 7, shape }]);
    expect(variants.map(({ id }) => id)).toEqual(['4-2-5', '4-400-5']);
  });
});

describe('planSchedule', () => {
  it('queues every trial once, longest first', () => {
    const plan = planOn(resolveConfig());
    const { queue, teams, workers } = planSchedule(plan, 'wasm', 2);
    expect([teams, workers]).toEqual([[], 2]);
    expect(queue.toSorted((a, b) => a - b)).toEqual(plan.trials.map(({ index }) => index));
    const cost = queue.map((i) =>
      trialMilliseconds(plan.variants[plan.trials[i].variant], plan.trials[i], SHAPE, 'wasm'),
    );
    cost.forEach((ms, i) => {
      if (i > 0) expect(ms).toBeLessThanOrEqual(cost[i - 1]);
    });
  });

  const planOf = (hidden: number[][], seeds: number) =>
    planOn(resolveConfig({ seeds, networks: { hidden }, training: { epochs: 2, batchSize: 128 } }));

  it('trains a large network that stands alone by all threads', () => {
    expect(planSchedule(planOf([[1024, 1024]], 1), 'wasm', 2)).toEqual({
      teams: [0],
      queue: [],
      workers: 2,
    });
    expect(planSchedule(planOf([[1024, 1024]], 1), 'wasm', 1).teams).toEqual([]);
  });

  it('trains the one that dominates by all threads, the others one by one', () => {
    const { teams, queue } = planSchedule(
      planOf(
        [
          [64, 64],
          [1024, 1024],
          [65, 65],
        ],
        1,
      ),
      'wasm',
      2,
    );
    expect(teams).toEqual([1]);
    expect(queue.toSorted((a, b) => a - b)).toEqual([0, 2]);
  });

  it('forms no team where there is enough for every thread, or too little in an update', () => {
    expect(planSchedule(planOf([[512, 512]], 10), 'wasm', 2).teams).toEqual([]);
    expect(planSchedule(planOf([[50]], 1), 'wasm', 2).teams).toEqual([]);
    expect(planSchedule(planOf([[2]], 1), 'wasm', 256).workers).toBe(1);
  });
});
