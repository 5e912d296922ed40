import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../src/report/pairs.js';
import { sweepAxes } from '../../src/results/sweep-axes.js';
import { gridResults, listResults, variedResults } from '../results/varied-sample.js';

const names = (results: Parameters<typeof pairsOf>[0]) =>
  pairsOf(results, sweepAxes(results)).map((pair) => pair.map(({ name }) => name).join(' '));

describe('pairs of axes', () => {
  it('are none of one axis, one of two', () => {
    expect(names(listResults())).toEqual([]);
    expect(names(gridResults())).toEqual(['batchSize learningRate']);
  });

  it('of more than three are those that change the score most', () => {
    const effect = { learningRate: 8, shuffle: 4, batchSize: 2, dropout: 1.1 };
    const results = variedResults({
      seeds: 1,
      variants: {
        grid: {
          dropout: [0, 0.5],
          batchSize: [10, 20],
          shuffle: [true, false],
          learningRate: [0.01, 0.1],
        },
      },
      errors: ({ hyper }) => {
        const worse = [
          hyper.learningRate === 0.1 && effect.learningRate,
          hyper.shuffle && effect.shuffle,
          hyper.batchSize === 20 && effect.batchSize,
          hyper.dropout === 0.5 && effect.dropout,
        ];
        const test = worse.reduce<number>((loss, factor) => loss * (factor || 1), 10);
        return { train: 1, test };
      },
    });
    expect(names(results)).toEqual([
      'batchSize learningRate',
      'batchSize shuffle',
      'learningRate shuffle',
    ]);
  });
});
