import { describe, expect, it } from 'vitest';
import {
  accuracyVsParams,
  isR2Informative,
  r2VsParams,
} from '../../../src/report/figures/metric-vs-axis.js';
import { classResults } from '../../results/class-sample.js';
import { ASSIGNMENT, sampleResults } from '../../results/sample.js';
import { parseSvg } from '../svg-document.js';

describe('accuracy against parameters', () => {
  it('has a marker per network and set, and the most frequent class', () => {
    const { elements, labels } = parseSvg(accuracyVsParams(classResults()));
    expect(elements.filter(({ name }) => name === 'circle')).toHaveLength(3 + 1);
    const words = labels.map(({ text }) => text);
    expect(words.join(' ')).toContain('Below the axis: most frequent class, train 40.0 %; most');
    expect(words).toContain('validation');
    expect(words).toContain('100 %');
  });
});

describe('accuracy over folds', () => {
  it('is a mean, because a fold may hold a single row', () => {
    const results = classResults({ seeds: 1, folds: 4, hidden: [2] });
    const test = { ...results.aggregate[0].metrics.accuracy!.test, median: 1, mean: 0.75 };
    const accuracy = { ...results.aggregate[0].metrics.accuracy!, test };
    const aggregate = [{ ...results.aggregate[0], metrics: { accuracy } }];
    const source = accuracyVsParams({ ...results, aggregate });
    expect(source).toContain('mean over 4 folds of seed 42');
    expect(source).toContain('test 75.0 % [');
  });
});

describe('R² against parameters', () => {
  it('is drawn where some network explains something', () => {
    expect(isR2Informative(sampleResults())).toBe(true);
    const poor = sampleResults({ networks: [{ hidden: [2], train: 3, test: 400 }] });
    expect(isR2Informative(poor)).toBe(false);
    expect(isR2Informative(classResults())).toBe(false);
  });

  it('says what it does not show', () => {
    const networks = [...ASSIGNMENT.slice(8), { hidden: [3], train: 1, test: 4000 }];
    const labels = parseSvg(r2VsParams(sampleResults({ networks, seeds: 2 }))).labels;
    expect(labels.at(-1)?.text).toBe('2 values of R² below −0.5 not shown.');
  });
});
