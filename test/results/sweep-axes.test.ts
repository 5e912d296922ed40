import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedBy, sizeAxis, sweepAxes, variesInSize } from '../../src/results/sweep-axes.js';
import { ASSIGNMENT, sampleResults } from './sample.js';
import { drawnResults, gridResults, listResults, variedResults } from './varied-sample.js';

const told = (results: Parameters<typeof sweepAxes>[0]) =>
  sweepAxes(results).map(({ name, kind, values }) => [name, kind, values]);

describe('sweepAxes', () => {
  it('of networks alone is their size', () => {
    const networks = [8, 2, 50].map((units) => ({ hidden: [units], train: 1, test: 1 }));
    expect(told(sampleResults({ networks, seeds: 1 }))).toEqual([
      ['params', 'logarithmic', [13, 49, 301]],
    ]);
    expect(told(sampleResults({ networks: ASSIGNMENT.slice(0, 1) }))).toEqual([]);
  });

  it('is every hyper-parameter with two values, in the order of the config', () => {
    expect(told(gridResults())).toEqual([
      ['batchSize', 'logarithmic', [5, 50, 500]],
      ['learningRate', 'logarithmic', [0.001, 0.01, 0.1, 1]],
    ]);
    expect(told(listResults())).toEqual([
      ['setting', 'categories', ['none', 'L1', 'L2', 'dropout']],
    ]);
  });

  it('is linear below a factor of ten, at zero and below, and of words in their order', () => {
    const results = variedResults({
      variants: {
        grid: {
          dropout: [0.5, 0],
          batchSize: [90, 10],
          shuffle: [true, false],
          schedule: ['cosine', 'constant'],
        },
      },
    });
    expect(told(results)).toEqual([
      ['dropout', 'linear', [0, 0.5]],
      ['batchSize', 'linear', [10, 90]],
      ['schedule', 'categories', ['cosine', 'constant']],
      ['shuffle', 'categories', [true, false]],
    ]);
  });

  it('has no size beside the axis from which it follows', () => {
    expect(sweepAxes(drawnResults()).map(({ name }) => name)).toEqual([
      'activation',
      'width',
      'learningRate',
    ]);
    const depths = variedResults({ variants: { grid: { depth: [1, 2, 3], bias: [true, false] } } });
    expect(sweepAxes(depths).map(({ name }) => name)).toEqual(['bias', 'depth']);
  });

  it('tells networks apart by size where that is the same in all settings, else by name', () => {
    const grid = { learningRate: [0.01, 0.1] };
    const bySize = variedResults({ hidden: [[2], [8]], variants: { grid } });
    expect(told(bySize)[0]).toEqual(['params', 'linear', [13, 49]]);
    const biased = variedResults({
      hidden: [[2], [8]],
      variants: { grid: { bias: [true, false] } },
    });
    expect(told(biased)[0]).toEqual(['network', 'categories', ['2', '8']]);
    const scaled = variedResults({
      hidden: [[8], [8, 8]],
      variants: { grid: { params: [100, 1000] } },
    });
    expect(told(scaled)).toEqual([
      ['network', 'categories', ['8', '8-8']],
      ['params', 'logarithmic', [100, 1000]],
    ]);
  });

  it('keeps a word among numbers from being a number', () => {
    const results = sampleResults({ seeds: 1, networks: ASSIGNMENT.slice(0, 3) });
    const values = [1, 'one', 10];
    const variants = results.variants.map((variant, at) => ({
      ...variant,
      hyper: { x: values[at] },
    }));
    expect(told({ ...results, variants })[1]).toEqual(['x', 'categories', values]);
  });
});

describe('size', () => {
  const varied = (
    variants: Parameters<typeof variedResults>[0]['variants'],
    hidden?: number[][],
  ) => {
    const results = variedResults({ variants, ...(hidden && { hidden }), seeds: 1 });
    const axes = sweepAxes(results);
    return [sizeAxis(axes)?.name, variesInSize(results, axes)];
  };

  it('is shown where an axis is made for it', () => {
    expect(varied({ grid: { learningRate: [0.1, 0.2] } }, [[2], [8]])).toEqual(['params', true]);
    expect(varied({ grid: { width: [2, 3] } })).toEqual(['width', true]);
    expect(varied({ grid: { depth: [1, 2, 3] } })).toEqual(['depth', true]);
  });

  it('is not where there is one, or nearly one', () => {
    expect(varied({ grid: { learningRate: [0.1, 0.2] } })).toEqual([undefined, false]);
    expect(varied({ grid: { depth: [1, 2, 3], params: [1000] } })).toEqual(['depth', false]);
    expect(
      varied({
        list: [
          { label: 'a', width: 2 },
          { label: 'b', width: 50 },
        ],
      }),
    ).toEqual([undefined, false]);
  });

  it('is shown of one variant alone', () => {
    const results = sampleResults({ networks: ASSIGNMENT.slice(0, 1) });
    expect(variesInSize(results, sweepAxes(results))).toBe(true);
  });
});

describe('groupedBy', () => {
  it('puts every record in one group of equals', () => {
    const value = fc.constantFrom(1, '1', true, 'true', undefined);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 12 }), (rows) => {
        const records = rows.map((_, at) => ({ variant: String(at) }));
        const axes = [0, 1].map((column) => ({
          name: String(column),
          kind: 'categories' as const,
          values: [],
          of: new Map(
            rows.flatMap((row, at) => {
              const own = row[column];
              return own === undefined ? [] : [[String(at), own] as const];
            }),
          ),
        }));
        const groups = groupedBy(records, axes);
        expect(groups.flatMap((group) => group.records)).toHaveLength(rows.length);
        for (const { values, records: own } of groups) {
          for (const { variant } of own) expect(rows[Number(variant)]).toEqual(values);
        }
        const keys = groups.map(({ values }) => values.map((v) => `${typeof v} ${v}`).join());
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
