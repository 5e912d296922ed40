import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.js';
import { evaluationEpochs } from '../../src/plan/evaluation.js';
import { trialMilliseconds, updateFlops } from '../../src/plan/flops.js';
import { buildNetwork, countParameters } from '../../src/plan/network.js';
import { datasetSeeds, planSweep } from '../../src/plan/plan.js';
import { planSchedule } from '../../src/plan/schedule.js';

const SHAPE = { inputs: 4, outputs: 1, trainRows: 500, validationRows: 0, testRows: 50 };
const network = (...hidden: number[]) =>
  buildNetwork(4, hidden, 1, { activation: 'relu', init: 'torch' });

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
    const { layers, ...rest } = network(3);
    expect(countParameters({ ...rest, layers: layers.map((l) => ({ ...l, bias: false })) })).toBe(
      15,
    );
  });

  it('has ReLU hidden layers and a linear output', () => {
    expect(network(3, 2).layers.map((l) => l.activation)).toEqual(['relu', 'relu', 'linear']);
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
  const config = resolveConfig({ seed: 7, seeds: 3, networks: { hidden: [[2], [400]] } });

  it('orders trials by variant, then seed, each with its own data', () => {
    const { trials } = planSweep(config, SHAPE);
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
    const shared = resolveConfig({ ...config, data: { ...config.data, vary: 'none' } as never });
    expect(datasetSeeds(shared)).toEqual([7]);
    expect(planSweep(shared, SHAPE).trials.every(({ dataset }) => dataset === 0)).toBe(true);
  });
});

describe('planSchedule', () => {
  it('queues every trial once, longest first', () => {
    const plan = planSweep(resolveConfig(), SHAPE);
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
    planSweep(
      resolveConfig({ seeds, networks: { hidden }, training: { epochs: 2, batchSize: 128 } }),
      SHAPE,
    );

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
