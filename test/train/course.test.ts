import { describe, expect, it } from 'vitest';
import { networkOf, variantOf } from '../variant.js';
import { datasetOf, lossesOf, run } from './runs.js';

const dataset = datasetOf({ train: 40, test: 10, inputs: 3, outputs: 1 });
const network = networkOf(3, [8], 1);

describe('the course of a training', () => {
  it('records only the epochs that are asked for, with the same values', async () => {
    const variant = variantOf(network, { epochs: 6 });
    const all = await run(variant, dataset);
    const some = await run(variant, dataset, 'wasm', { evaluate: [0, 4, 6] });
    expect(some.points).toEqual([all.points[0], all.points[4], all.points[6]]);
    expect(some.final).toEqual(all.final);
    expect(some.final).toEqual(all.points[6]);
    expect(some.epochs).toEqual({ kept: 6, trained: 6 });
  });

  it('ends at the first loss that is not finite and records it', async () => {
    const optimizer = { ...variantOf(network).training.optimizer, learningRate: 1e25 };
    const diverged = await run(variantOf(network, { epochs: 9, optimizer }), dataset);
    const losses = lossesOf(diverged, 'train');
    expect(diverged.end).toBe('diverged');
    expect(losses.length).toBeLessThan(10);
    expect(losses.slice(0, -1).every(Number.isFinite)).toBe(true);
    const last = [losses.at(-1), lossesOf(diverged, 'test').at(-1)];
    expect(last.every(Number.isFinite)).toBe(false);
    expect(diverged.final).toEqual(diverged.points.at(-1));
    expect(diverged.epochs).toEqual({ kept: losses.length - 1, trained: losses.length - 1 });
  });

  it('stops when it is told to', async () => {
    let polls = 0;
    const stopped = await run(variantOf(network, { epochs: 100_000 }), dataset, 'wasm', {
      evaluate: [0, 100_000],
      poll: () => ++polls < 3,
    });
    expect(stopped.end).toBe('interrupted');
    expect(stopped.points).toHaveLength(1);
  });

  it('differs between seeds, and shuffling depends on the seed alone', async () => {
    const variant = variantOf(network, { shuffle: true });
    const [a, again, b] = await Promise.all(
      [5, 5, 6].map((seed) => run(variant, dataset, 'wasm', { seed })),
    );
    expect(again).toEqual(a);
    expect(lossesOf(b, 'train')).not.toEqual(lossesOf(a, 'train'));
    const ordered = await run(variantOf(network), dataset, 'wasm', { seed: 5 });
    expect(ordered.points[0]).toEqual(a.points[0]);
    expect(ordered.points[1]).not.toEqual(a.points[1]);
  });

  it('measures validation rows, where there are some, and changes nothing by it', async () => {
    const sizes = { train: 40, test: 10, inputs: 3, outputs: 1 };
    const without = await run(variantOf(network), dataset);
    const validated = await run(variantOf(network), datasetOf({ ...sizes, validation: 300 }));
    expect(lossesOf(without, 'validation').every(Number.isNaN)).toBe(true);
    expect(lossesOf(validated, 'validation').every((loss) => loss > 0)).toBe(true);
    expect(lossesOf(validated, 'train')).toEqual(lossesOf(without, 'train'));
    expect(validated.weights).toEqual(without.weights);
  });
});
