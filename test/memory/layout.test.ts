import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.js';
import { Arena } from '../../src/memory/arena.js';
import { controlBytes } from '../../src/memory/control.js';
import { layoutMemory, slabOf } from '../../src/memory/layout.js';
import { leadingDimension } from '../../src/memory/slab.js';
import { countParameters } from '../../src/plan/network.js';
import { planSweep } from '../../src/plan/plan.js';

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

const planArbitrary = fc
  .record({
    hidden: fc.uniqueArray(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
      selector: (widths) => widths.join(),
    }),
    train: fc.integer({ min: 1, max: 400 }),
    test: fc.integer({ min: 1, max: 300 }),
    seeds: fc.integer({ min: 1, max: 3 }),
    optimizer: fc.constantFrom('sgd' as const, 'momentum' as const, 'adam' as const),
    vary: fc.constantFrom('seed' as const, 'none' as const),
    workers: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ hidden, train, test, seeds, optimizer, vary, workers }) => {
    const config = resolveConfig({
      seeds,
      data: { kind: 'assignment', train, test, vary },
      networks: { hidden },
      training: { batchSize: Math.ceil(train / 2), optimizer: { name: optimizer } },
    });
    const shape = { inputs: 4, outputs: 1, trainRows: train, validationRows: 0, testRows: test };
    return { plan: planSweep(config, shape), workers };
  });

describe('layoutMemory', () => {
  it('gives every region its own aligned place inside the memory', () => {
    fc.assert(
      fc.property(planArbitrary, ({ plan, workers }) => {
        const control = controlBytes(plan.trials.length, workers);
        const layout = layoutMemory(plan, control, workers);
        const spans: Span[] = [
          { name: 'control', from: layout.control, bytes: control },
          { name: 'identity', from: layout.identity, bytes: 4 * layout.identityRows },
          ...plan.trials.map(({ index, evaluate }) => ({
            name: `curve ${index}`,
            from: layout.curves[index],
            bytes: 16 * evaluate.length,
          })),
          ...layout.slabs.map((from, i) => ({ name: `slab ${i}`, from, bytes: layout.slabBytes })),
          ...layout.datasets.flatMap(({ train, test }, i) => [
            { name: `train x ${i}`, from: train.x, bytes: 16 * train.rows },
            { name: `train y ${i}`, from: train.y, bytes: 4 * train.rows },
            { name: `test x ${i}`, from: test.x, bytes: 16 * test.rows },
            { name: `test y ${i}`, from: test.y, bytes: 4 * test.rows },
          ]),
        ];
        expect(spans.every(({ from }) => from > 0 && from % 64 === 0)).toBe(true);
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
            { name: 'scratch', from: slab.scratch, bytes: 0 },
            ...slab.layers.flatMap(({ output, delta, weights }, l) => [
              { name: `output ${l}`, from: output, bytes: 4 * weights.rows * columns },
              { name: `delta ${l}`, from: delta, bytes: 4 * weights.rows * columns },
            ]),
          ];
          expectDisjoint(spans, start + slab.bytes);
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
