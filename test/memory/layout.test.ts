import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.js';
import { EARLY_STOPPING_DEFAULTS } from '../../src/config/training-defaults.js';
import { gemmScratchBytes } from '../../src/kernels/scratch.js';
import { Arena } from '../../src/memory/arena.js';
import { controlBytes } from '../../src/memory/control.js';
import { layoutMemory, type MemoryLayout, slabOf } from '../../src/memory/layout.js';
import { Outcome } from '../../src/memory/outcome.js';
import { leadingDimension, type SlabLayout } from '../../src/memory/slab.js';
import { KEEPS, keptTrials } from '../../src/plan/keep.js';
import { confusedClasses, POINT_VALUES, SETS } from '../../src/plan/metrics.js';
import { countParameters, fanIn, type Network } from '../../src/plan/network.js';
import { type Plan, planSweep } from '../../src/plan/plan.js';
import type { DatasetShape, VariantTraining } from '../../src/plan/trial.js';

interface Span {
  name: string;
  from: number;
  bytes: number;
}

/** Every span is aligned, they do not overlap, and they end before `end`. */
function expectDisjoint(spans: Span[], end: number): void {
  const sorted = spans.filter(({ bytes }) => bytes > 0).sort((a, b) => a.from - b.from);
  sorted.forEach((span, i) => {
    const next = sorted[i + 1]?.from ?? end;
    expect(
      span.from + span.bytes,
      `${span.name} before ${sorted[i + 1]?.name}`,
    ).toBeLessThanOrEqual(next);
  });
}

const layerArbitrary = fc.record({
  units: fc.integer({ min: 1, max: 60 }),
  activation: fc.constantFrom('relu' as const, 'gelu' as const, 'softplus' as const),
  dropout: fc.constantFrom(0, 0.25),
});

const OPTIMIZERS = [
  'sgd',
  'momentum',
  { name: 'rmsprop', centered: true, momentum: 0.5 },
  { name: 'adam', amsgrad: true },
] as const;

const planArbitrary = fc
  .record({
    hidden: fc.array(fc.array(layerArbitrary, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    image: fc.constantFrom(undefined, { height: 2, width: 1, channels: 2 }),
    resident: fc.boolean(),
    classes: fc.constantFrom(undefined, 3),
    train: fc.integer({ min: 1, max: 400 }),
    validation: fc.integer({ min: 1, max: 40 }),
    test: fc.integer({ min: 1, max: 300 }),
    seeds: fc.integer({ min: 1, max: 3 }),
    optimizer: fc.constantFrom(...OPTIMIZERS),
    stops: fc.boolean(),
    shared: fc.boolean(),
    workers: fc.integer({ min: 1, max: 5 }),
    keep: fc.constantFrom(...KEEPS),
  })
  .map(({ hidden, seeds, optimizer, stops, shared, workers, keep, ...data }) => {
    const { train, validation, test, image, classes, resident } = data;
    const config = resolveConfig({
      seeds,
      training: {
        batchSize: Math.ceil(train / 2),
        optimizer,
      },
    });
    const { training } = config;
    // What only data of some kinds allow is put in after the checks.
    const earlyStopping = stops ? { ...EARLY_STOPPING_DEFAULTS } : ('none' as const);
    const loss = classes ? ('softmax-cross-entropy' as const) : training.loss;
    const flip = image ? ('both' as const) : ('none' as const);
    const augmentation = { ...training.augmentation, flip };
    const place = { x: 0, y: 0 };
    const shape: DatasetShape = {
      inputs: 4,
      outputs: 1,
      ...(image && { image }),
      ...(classes && { classes, encoding: 'label' as const }),
      ...(resident && { resident: { train: place, validation: place, test: place } }),
      trainRows: train,
      validationRows: validation,
      testRows: test,
    };
    const sized = {
      ...config,
      networks: { ...config.networks, hidden },
      training: { ...training, loss, earlyStopping, augmentation },
    };
    const entries = Array.from({ length: shared ? 1 : seeds }, (_, i) => ({
      seed: config.seed + i,
      shape,
    }));
    const plan = planSweep(sized, entries);
    return { plan, workers, stored: resident ? 1000 : 0, kept: keptTrials(plan, keep) };
  });

/** Of the largest product, over the most samples that are in work at once. */
function scratchOf({ inputs, layers }: Network, { trainRows }: DatasetShape): number {
  const samples = Math.ceil(trainRows / 2);
  const bytes = layers.map(({ units }, l) =>
    gemmScratchBytes(units, samples, fanIn(inputs, layers, l)),
  );
  return Math.max(...bytes);
}

/** Three float64 for every 256 rows of every set. */
function sumsOf({ sums }: SlabLayout, { trainRows, validationRows, testRows }: DatasetShape) {
  const rows = { train: trainRows, validation: validationRows, test: testRows };
  return SETS.map((set) => ({
    name: `sums ${set}`,
    from: sums[set],
    bytes: 24 * Math.ceil(rows[set] / 256),
  }));
}

/** Of images that are moved, and the parameters of the best epoch where there may be one. */
function mapsOf({ maps, best, parameterFloats }: SlabLayout, training: VariantTraining): Span[] {
  const { augmentation, batchSize, earlyStopping } = training;
  return [
    { name: 'maps', from: maps, bytes: augmentation.flip === 'both' ? 24 * batchSize : 0 },
    { name: 'best', from: best, bytes: earlyStopping === 'none' ? 0 : 4 * parameterFloats },
  ];
}

/** The parameters that are kept, and those to start from: as large as in a slab. */
function modelsOf(plan: Plan, { models, initial }: MemoryLayout): Span[] {
  const bytesOf = (trial: number) => 4 * slabOf(plan, trial, 0).parameterFloats;
  return [
    { name: 'initial', from: initial!, bytes: bytesOf(0) },
    ...models.flatMap((from, i) =>
      from === undefined ? [] : [{ name: `model ${i}`, from, bytes: bytesOf(i) }],
    ),
  ];
}

describe('layoutMemory', () => {
  it('gives every region its own aligned place inside the memory', () => {
    fc.assert(
      fc.property(planArbitrary, ({ plan, workers, stored, kept }) => {
        const control = controlBytes(plan.trials.length, workers);
        const initial = plan.variants[0].network;
        const layout = layoutMemory(plan, control, workers, { start: stored, kept, initial });
        const spans: Span[] = [
          { name: 'control', from: layout.control, bytes: control },
          { name: 'identity', from: layout.identity, bytes: 4 * layout.identityRows },
          ...plan.trials.flatMap(({ index, variant, dataset, evaluate }) => {
            const { loss } = plan.variants[variant].training;
            const classes = confusedClasses(loss, plan.datasets[dataset]);
            return [
              {
                name: `curve ${index}`,
                from: layout.curves[index],
                bytes: 8 * POINT_VALUES * evaluate.length,
              },
              {
                name: `outcome ${index}`,
                from: layout.outcomes[index],
                bytes: Outcome.bytes(classes),
              },
            ];
          }),
          ...modelsOf(plan, layout),
          ...layout.slabs.map((from, i) => ({ name: `slab ${i}`, from, bytes: layout.slabBytes })),
          ...layout.datasets.flatMap((sets, i) =>
            Object.entries(sets).flatMap(([name, { rows, x, y, order, resident }]) =>
              resident
                ? [{ name: `${name} order ${i}`, from: order, bytes: 4 * rows }]
                : [
                    { name: `${name} x ${i}`, from: x, bytes: 16 * rows },
                    { name: `${name} y ${i}`, from: y, bytes: 4 * rows },
                  ],
            ),
          ),
        ];
        expect(layout.models.flatMap((at, i) => (at === undefined ? [] : [i]))).toEqual([...kept]);
        expect(layout.modelBytes).toBeGreaterThanOrEqual(
          modelsOf(plan, layout).reduce(
            (sum, { name, bytes }) => sum + (name === 'initial' ? 0 : bytes),
            0,
          ),
        );
        expect(spans.every(({ from }) => from > stored && from % 64 === 0)).toBe(true);
        expectDisjoint(spans, layout.bytes);
      }),
      { seed: 1 },
    );
  });

  it('covers every tensor of every trial without overlap, inside the slab', () => {
    fc.assert(
      fc.property(planArbitrary, ({ plan, workers }) => {
        const layout = layoutMemory(plan, 64, workers);
        for (const { index, variant, dataset } of plan.trials) {
          const start = layout.slabs[workers - 1];
          const slab = slabOf(plan, index, start);
          const { network, training } = plan.variants[variant];
          const columns = Math.max(slab.batchLd, slab.evaluationLd);
          const block = 4 * slab.parameterFloats;
          const spans: Span[] = [
            { name: 'parameters', from: slab.parameters, bytes: block },
            { name: 'gradients', from: slab.gradients, bytes: block },
            ...slab.state.map((from, i) => ({ name: `state ${i}`, from, bytes: block })),
            { name: 'x', from: slab.x, bytes: 4 * network.inputs * columns },
            { name: 'y', from: slab.y, bytes: 4 * columns },
            { name: 'order', from: slab.order, bytes: 4 * plan.datasets[dataset].trainRows },
            {
              name: 'scratch',
              from: slab.scratch,
              bytes: scratchOf(network, plan.datasets[dataset]),
            },
            ...sumsOf(slab, plan.datasets[dataset]),
            ...mapsOf(slab, training),
            ...slab.layers.flatMap((layer, l) => {
              const places = [layer.output, layer.delta, layer.argument, layer.dropped];
              const bytes = 4 * layer.weights.rows * columns;
              return [...new Set(places)].map((from) => ({ name: `layer ${l}`, from, bytes }));
            }),
          ];
          expectDisjoint(spans, start + slab.bytes);
          slab.layers.forEach(({ argument, output, dropped }, l) => {
            const { activation, dropout } = network.layers[l];
            expect(argument !== output).toBe(activation === 'gelu' || activation === 'softplus');
            expect(dropped !== output).toBe(dropout > 0);
          });
          expect(slab.bytes).toBeLessThanOrEqual(layout.slabBytes);
          expect(slab.batchLd).toBeGreaterThanOrEqual(training.batchSize);
          const inside = slab.layers.flatMap(({ weights, bias }, l) => [
            { name: `weights ${l}`, from: weights.offset, bytes: 4 * weights.rows * weights.ld },
            { name: `bias ${l}`, from: bias, bytes: 4 * weights.rows },
          ]);
          expectDisjoint(inside, slab.parameters + block);
          const real = slab.layers.reduce((n, { weights: w }) => n + w.rows * (w.columns + 1), 0);
          expect(real).toBe(countParameters(network));
        }
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe('Arena', () => {
  it('hands out aligned ranges one after another', () => {
    const arena = new Arena(64);
    expect([arena.take(1), arena.take(0), arena.take(65), arena.take(4)]).toEqual([
      64, 128, 128, 256,
    ]);
    expect(arena.end).toBe(320);
  });
});

describe('leadingDimension', () => {
  it('holds whole vectors and avoids strides of a power of two', () => {
    expect([1, 4, 5, 100, 255, 256, 1024].map(leadingDimension)).toEqual([
      4, 4, 8, 100, 260, 260, 1028,
    ]);
  });
});
