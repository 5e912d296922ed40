import { describe, expect, it } from 'vitest';
import { heatGrid } from '../../src/report/heat-grid.js';
import type { Results } from '../../src/results/schema.js';
import { scoreOf } from '../../src/results/score.js';
import { sweepAxes } from '../../src/results/sweep-axes.js';
import { drawnResults, gridResults, variedResults } from '../results/varied-sample.js';

function gridOf(results: Results, names: readonly string[]) {
  const axes = sweepAxes(results);
  const [a, b] = names.map((name) => axes.find((axis) => axis.name === name)!);
  return heatGrid(results, [a, b], scoreOf(results));
}

describe('heatGrid', () => {
  it('has a cell for every combination, and knows the best', () => {
    const grid = gridOf(gridResults(), ['batchSize', 'learningRate']);
    expect([grid.across.name, grid.up.name]).toEqual(['learningRate', 'batchSize']);
    expect(grid.cells).toHaveLength(12);
    expect(grid.best).toMatchObject({ column: 2, row: 1, value: 107, lost: 0 });
  });

  it('has what none of the runs finished without a value', () => {
    const { cells } = gridOf(gridResults(), ['batchSize', 'learningRate']);
    expect(cells.filter(({ value }) => value === null)).toMatchObject([
      { column: 3, row: 2, lost: 1 },
    ]);
  });

  it('takes the best of further axes', () => {
    const results = variedResults({
      variants: { grid: { batchSize: [5, 50], shuffle: [true, false], learningRate: [0.01, 0.1] } },
      errors: (_, at) => ({ train: 1, test: 200 - 10 * at }),
    });
    const { cells, across } = gridOf(results, ['shuffle', 'learningRate']);
    expect(across.name).toBe('learningRate');
    const shown = cells.map(({ column, row, value }) => [column, row, value]);
    expect(shown).toEqual([
      [0, 0, 160],
      [0, 1, 150],
      [1, 0, 140],
      [1, 1, 130],
    ]);
  });

  it('puts many numbers together, and words up', () => {
    const results = drawnResults();
    const { across, up, columns, cells } = gridOf(results, ['activation', 'width']);
    expect([across.name, up.name, columns.count]).toEqual(['width', 'activation', 8]);
    expect(cells.length).toBeLessThanOrEqual(24);
    const best = Math.min(...results.aggregate.map(({ test }) => test.median!));
    expect(Math.min(...cells.map(({ value }) => value!))).toBe(best);
  });
});
