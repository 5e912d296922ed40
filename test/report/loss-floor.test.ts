import { describe, expect, test } from 'vitest';
import { errorVsParams } from '../../src/report/figures/error-vs-axis.js';
import { floorNotes, lossFloor } from '../../src/report/loss-floor.js';
import { sampleResults } from '../results/sample.js';
import { parseSvg } from './svg-document.js';

const resultsOf = (train: number[], test: number[]) =>
  sampleResults({
    networks: train.map((loss, i) => ({ hidden: [i + 1], train: loss, test: test[i] })),
    seeds: 3,
  });
const interpolating = resultsOf([1, 0.1, 1e-12], [1.2, 3, 0.6]);

describe('the floor of losses', () => {
  test('is a little below the test losses where networks interpolate', () => {
    expect(lossFloor(interpolating)).toBeCloseTo(lowestTest() / 30, 6);
  });

  test.each([
    ['both fall alike', [1, 1e-3, 1e-8], [1, 1e-3, 1e-8]],
    ['training losses lie far below, all of them', [0.012, 0.011, 0.01], [300, 200, 100]],
    ['there are no test losses', [1, 0.1, 1e-12], [Number.NaN, Number.NaN, Number.NaN]],
    ['a loss is zero', [1, 0.1, 0], [1, 2, 1]],
  ])('is none where %s', (_, train, test) => {
    expect(lossFloor(resultsOf(train, test))).toBe(0);
    expect(floorNotes(lossFloor(resultsOf(train, test)), resultsOf(train, test))).toEqual([]);
  });

  test('ends the axis, cuts what lies below, and says so', () => {
    const source = errorVsParams(interpolating);
    const { elements, labels } = parseSvg(source);
    expect(elements.filter(({ name }) => name === 'svg')).toHaveLength(2);
    expect(labels.at(-1)?.text).toMatch(
      /^Training losses below 0\.0\d+ lie under the plot; the lowest median is 1\.\d+e-12\.$/,
    );
    expect(source).not.toContain('1e-12</text>');
  });
});

function lowestTest(): number {
  return Math.min(...interpolating.aggregate.map(({ test }) => test.median!));
}
