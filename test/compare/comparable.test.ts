import { describe, expect, it } from 'vitest';
import { obstacles, usualMeasure } from '../../src/compare/comparable.js';
import type { Results } from '../../src/results/schema.js';
import { classResults } from '../results/class-sample.js';
import { sampleResults } from '../results/sample.js';
import { variedResults } from '../results/varied-sample.js';
import { labelled } from './samples.js';

/** The same numbers, said to be of another loss. */
function byLoss(loss: unknown, results: Results = sampleResults({ seeds: 2 })): Results {
  const { training } = results.config as { training: object };
  return { ...results, config: { ...results.config, training: { ...training, loss } } };
}

describe('runs are compared', () => {
  it('by accuracy where all have classes, else by loss', () => {
    const classes = labelled('c', classResults({ seeds: 2 }));
    expect(usualMeasure([classes, classes])).toBe('accuracy');
    expect(usualMeasure([classes, labelled('q')])).toBe('loss');
  });

  it('by losses of one kind alone', () => {
    const mse = labelled('a', byLoss('mse'));
    expect(obstacles([mse, mse], 'loss')).toEqual([]);
    const l1 = labelled('b', byLoss('l1'));
    expect(obstacles([mse, l1], 'loss')).toEqual([
      'b: found the loss l1 on quantities, expected the loss mse on quantities as in a; --measure mae or r2 compares them',
    ]);
    expect(obstacles([mse, l1], 'r2')).toEqual([]);
    const huber = (delta: number) => labelled('h', byLoss({ name: 'huber', delta }));
    expect(obstacles([huber(1), huber(1)], 'loss')).toEqual([]);
    expect(obstacles([huber(1), huber(2)], 'loss')).toHaveLength(1);
  });

  it('by sums over as many rows alone', () => {
    const sums = byLoss('half-sse');
    const more = { ...sums, datasets: sums.datasets.map((each) => ({ ...each, testRows: 51 })) };
    expect(obstacles([labelled('a', sums), labelled('b', more)], 'loss')).toEqual([
      expect.stringMatching(/^b: found the loss half-sse over 51 test rows .*expected .* over 50/),
    ]);
    const mse = byLoss('mse');
    const larger = { ...mse, datasets: mse.datasets.map((each) => ({ ...each, testRows: 51 })) };
    expect(obstacles([labelled('a', mse), labelled('b', larger)], 'loss')).toEqual([]);
  });

  it('not by losses where one varies them, or where one has classes', () => {
    const varied = variedResults({ variants: { grid: { loss: ['mse', 'l1'] } } });
    expect(obstacles([labelled('a'), labelled('b', varied)], 'loss')).toEqual([
      expect.stringMatching(/^b: found losses of several kinds.*--measure mae or r2 compares/),
    ]);
    const classes = labelled('c', byLoss('mse', classResults({ seeds: 2 })));
    expect(obstacles([labelled('a'), classes], 'loss')).toEqual([
      'c: found the loss mse on classes, expected the loss mse on quantities as in a',
    ]);
    expect(obstacles([labelled('a'), classes], 'accuracy')).toEqual([
      'a: found no accuracy, expected one in every run',
    ]);
  });
});
