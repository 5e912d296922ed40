import { describe, expect, it } from 'vitest';
import { trainNetwork } from '../../src/embed/train-network.js';
import type { TrainingInput } from '../../src/embed/types.js';
import type { KernelLibrary } from '../../src/kernels/load.js';
import { loadKernels } from '../../src/kernels/node.js';
import { sweep } from '../../src/sweep.js';

const rows = (count: number, first: number) =>
  Array.from({ length: count }, (_, i) => [Math.sin(first + i), Math.cos(3 * (first + i))]);
const samples = (count: number, first: number) => {
  const x = rows(count, first);
  return { x, y: x.map(([a, b]) => [a * a - b]) };
};

async function input(extra: Partial<TrainingInput> = {}): Promise<TrainingInput> {
  return {
    kernels: await loadKernels(),
    network: { hidden: [7, 5] },
    data: { train: samples(50, 1), test: samples(20, 100) },
    training: { epochs: 6, batchSize: 16 },
    seed: 3,
    ...extra,
  };
}

describe('trainNetwork', () => {
  it.each([true, false])('gives the curve of a sweep (shared memory: %s)', async (shared) => {
    const { data, network, training, seed } = await input();
    const { results } = await sweep({
      seed: seed!,
      seeds: 1,
      data: { kind: 'arrays', train: data.train, test: data.test! },
      networks: { hidden: [network.hidden] },
      training: training!,
    }).outcome;
    const kernels = await loadKernels({ shared });
    const { status, history, weights, biases } = await trainNetwork(await input({ kernels }));
    expect(status).toBe('done');
    expect(history.map(({ epoch }) => epoch)).toEqual(results.runs[0].history.epoch);
    expect(history.map(({ train }) => train)).toEqual(results.runs[0].history.train);
    expect(history.map(({ test }) => test)).toEqual(results.runs[0].history.test);
    expect(weights.map((layer) => [layer.length, layer[0].length])).toEqual([
      [7, 2],
      [5, 7],
      [1, 5],
    ]);
    expect(biases.map(({ length }) => length)).toEqual([7, 5, 1]);
  });

  it('needs no test rows', async () => {
    const { train } = (await input()).data;
    const { history } = await trainNetwork(await input({ data: { train } }));
    expect(history).toHaveLength(7);
    expect(history.every(({ test }) => Number.isNaN(test))).toBe(true);
  });

  it.each([
    { testRows: 20, trainRows: 20 },
    { testFraction: 0.4, validationFraction: 0.2 },
    { testRows: 15, split: 'order' as const },
  ])('holds back rows as a sweep does: %j', async (settings) => {
    const { network, training, seed, data } = await input();
    const limited = { train: data.train, ...settings };
    const { results } = await sweep({
      seed: seed!,
      seeds: 1,
      data: { kind: 'arrays', ...limited },
      networks: { hidden: [network.hidden] },
      training: training!,
    }).outcome;
    const { history } = await trainNetwork(await input({ data: limited }));
    expect(history.map(({ train }) => train)).toEqual(results.runs[0].history.train);
    expect(history.map(({ test }) => test)).toEqual(results.runs[0].history.test);
  });

  it('lets the event loop turn, and stops when the signal says so', async () => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 30);
    const { status, history } = await trainNetwork(
      await input({ signal: controller.signal, training: { epochs: 1e6, batchSize: 16 } }),
    );
    clearTimeout(timer);
    expect(status).toBe('interrupted');
    expect(history.length).toBeGreaterThan(1);
    expect(history.length).toBeLessThan(1e6);
  });

  it('reports every evaluated epoch, and a divergence', async () => {
    const seen: number[] = [];
    const { status, history } = await trainNetwork(
      await input({
        onEpoch: ({ epoch }) => seen.push(epoch),
        training: { epochs: 50, batchSize: 16, optimizer: { name: 'sgd', learningRate: 1e30 } },
      }),
    );
    expect(status).toBe('diverged');
    expect(seen).toEqual(history.map(({ epoch }) => epoch));
  });

  it('refuses what is wrong, all at once', async () => {
    const bad = await input({ network: { hidden: [0] }, training: { epochs: -1 } });
    await expect(trainNetwork(bad)).rejects.toThrow(/hidden[\s\S]*epochs/);
    await expect(trainNetwork(await input({ maximumBytes: 1000 }))).rejects.toThrow(
      /needs \d+ bytes, expected at most 1000/,
    );
    const { kernels } = await input();
    (kernels as KernelLibrary).dispose();
    await expect(trainNetwork(await input({ kernels }))).rejects.toThrow(/were disposed/);
  });
});
