import { describe, expect, it } from 'vitest';
import type { SweepInput, SweepOptions } from '../src/events.js';
import { serialiseInspection } from '../src/inspect/serialise.js';
import type { ClassBoundary, Inspection } from '../src/inspect/types.js';
import { sweep } from '../src/sweep.js';

const MOONS: SweepInput = {
  seeds: 2,
  data: { kind: 'moons', train: 120, test: 90, noise: 0.3, scaling: 'standard' },
  networks: { hidden: [[2], [16]] },
  training: { epochs: 12, batchSize: 20, loss: 'softmax-cross-entropy' },
};

const TUTORIAL: SweepInput = {
  seeds: 2,
  data: { kind: 'tutorial', train: 100, test: 40 },
  networks: { hidden: [[3], [20]], activation: 'tanh' },
  training: { epochs: 12, batchSize: 20 },
};

/** Bars in images of 4 × 4 pixels: upright (0) or level (1), on noise that no one learns well. */
const bars = (count: number, from: number) => {
  const noise = (i: number) => ((i * 7919) % 97) / 97;
  const rows = Array.from({ length: count }, (_, j) => {
    const label = j % 2;
    const place = Math.floor(j / 2) % 4;
    const x = Array.from({ length: 16 }, (_, at) => {
      const line = label === 0 ? at % 4 : Math.floor(at / 4);
      return (line === place ? 9 : 0) + 9 * noise(16 * (j + from) + at);
    });
    return { x, y: [label] };
  });
  return { x: rows.map(({ x }) => x), y: rows.map(({ y }) => y) };
};

const IMAGES: SweepInput = {
  seeds: 1,
  data: {
    kind: 'arrays',
    train: bars(60, 0),
    test: bars(60, 1000),
    image: { height: 4, width: 4, channels: 1 },
  },
  networks: { hidden: [[6]] },
  training: { epochs: 3, batchSize: 10, loss: 'binary-cross-entropy' },
};

const inspected = async (input: SweepInput, options: SweepOptions = {}) => {
  const { results, inspection } = await sweep(input, options).outcome;
  const { network } = inspection as Inspection;
  const run = results.runs.find(
    ({ variant, seed }) => variant === network.variant && seed === network.seed,
  )!;
  return { results, run, inspection: inspection as Inspection };
};

describe.each(Object.entries({ MOONS, TUTORIAL, IMAGES }))('the inspection of %s', (_, input) => {
  it('has the same bytes at 1 and 2 threads and on either backend', async () => {
    const bytes = async (threads: number, backend: 'wasm' | 'js') =>
      serialiseInspection((await inspected(input, { threads, backend })).inspection);
    const expected = await bytes(1, 'wasm');
    expect(await bytes(2, 'wasm')).toBe(expected);
    expect(await bytes(1, 'js')).toBe(expected);
    expect(await bytes(2, 'js')).toBe(expected);
  });
});

describe('the inspection agrees with the results', () => {
  it('on the answers to the samples', async () => {
    const { run, inspection } = await inspected(MOONS);
    const boundary = inspection.boundary as ClassBoundary;
    for (const set of ['train', 'test'] as const) {
      const { class: own, answer } = boundary[set];
      const hits = own.filter((k, i) => answer[i] === k).length;
      expect(hits / own.length).toBeCloseTo(run.metrics.accuracy!.final[set]!, 12);
    }
    expect(inspection.network).toMatchObject({ seed: 42, best: { metric: 'accuracy' } });
  });

  it('on R²', async () => {
    const { run, inspection } = await inspected(TUTORIAL);
    const [output] = inspection.predicted!.shown;
    for (const set of ['train', 'test'] as const)
      expect(output[set]!.r2).toBeCloseTo(run.metrics.r2!.final[set]!, 5);
    expect(inspection.boundary?.kind).toBe('values');
  });

  it('on the images that are misread', async () => {
    const { run, inspection } = await inspected(IMAGES);
    const [[, above], [below]] = run.confusion!;
    const { count, tested, images } = inspection.misread!;
    expect([count, tested]).toEqual([above + below, 60]);
    expect(count).toBeGreaterThan(0);
    expect(images.map(({ score }) => score)).toEqual(
      images.map(({ score }) => score).sort((a, b) => b - a),
    );
    for (const { row, class: own } of images) expect(own).toBe(row % 2);
    expect(inspection.firstLayer).toMatchObject({ units: 6, image: { height: 4, width: 4 } });
  });
});

it('is in the units of the data where inputs were scaled', async () => {
  const { inspection } = await inspected(MOONS);
  const plain = { ...MOONS, data: { ...MOONS.data, scaling: 'none' as const } };
  const { plane } = (await inspected(plain as SweepInput)).inspection.boundary!;
  const { low, high, trained } = inspection.boundary!.plane;
  [0, 1].forEach((input) => {
    expect(low[input]).toBeCloseTo(plane.low[input], 4);
    expect(high[input]).toBeCloseTo(plane.high[input], 4);
    expect(trained.low[input]).toBeCloseTo(plane.trained.low[input], 4);
  });
});

it('is of the first fold in a cross-validation', async () => {
  const { test: _, ...data } = IMAGES.data as { test: unknown };
  const { inspection } = await inspected({ ...IMAGES, data: { ...data, folds: 3 } } as SweepInput);
  expect(inspection.network).toMatchObject({ fold: 0, best: { statistic: 'mean' } });
  expect(inspection.misread!.tested).toBe(20);
});

it('is not there where no model was kept, nothing is to be seen, or all diverged', async () => {
  const none = async (input: SweepInput, options: SweepOptions = {}) =>
    expect((await sweep(input, options).outcome).inspection).toBeUndefined();
  await none(MOONS, { keep: 'none' });
  const { image: _, ...data } = IMAGES.data as { image: unknown };
  await none({ ...IMAGES, data } as SweepInput);
  const optimizer = { name: 'sgd', learningRate: 1e30 } as const;
  await none({ ...TUTORIAL, training: { ...TUTORIAL.training, optimizer } });
});
