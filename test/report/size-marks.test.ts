import { describe, expect, it } from 'vitest';
import { errorVsParams } from '../../src/report/figures/error-vs-axis.js';
import { sizeMarks } from '../../src/report/size-marks.js';
import type { Observation, Results } from '../../src/results/schema.js';
import { sampleResults } from '../results/sample.js';
import { gridResults } from '../results/varied-sample.js';
import { parseSvg } from './svg-document.js';

/** The results with another verdict on their one curve. */
function judged(evidence: Record<string, unknown>): Results {
  const results = sampleResults({ seeds: 6 });
  const observations = results.observations.map(
    (each): Observation =>
      each.kind === 'double-descent'
        ? { ...each, evidence: { ...each.evidence, ...evidence } }
        : each,
  );
  return { ...results, observations };
}

describe('sizeMarks', () => {
  it('are samples × outputs, where all seeds have as many', () => {
    const results = sampleResults({ seeds: 6 });
    expect(sizeMarks(results)).toEqual([{ value: 500, label: 'training samples' }]);
    const outputs = (count: number) =>
      results.datasets.map((each) => ({ ...each, outputs: count }));
    expect(sizeMarks({ ...results, datasets: outputs(3) })).toEqual([
      { value: 1500, label: 'samples × outputs' },
    ]);
    const datasets = results.datasets.map((each, at) => ({ ...each, trainRows: 90 + at }));
    expect(sizeMarks({ ...results, datasets })).toEqual([]);
  });

  it.each([
    ['observed', 'observed', ['training samples', 'interpolates', 'peak']],
    ['away-from-threshold', 'not observed', ['training samples', 'interpolates', 'peak']],
    ['no-peak', 'not observed', ['training samples', 'interpolates']],
    ['add-seeds', 'inconclusive', ['training samples', 'interpolates']],
  ])('of the verdict %s', (code, verdict, labels) => {
    const results = judged({ code, verdict, p: 0.01, threshold: 8, peak: 7 });
    expect(sizeMarks(results).map(({ label }) => label)).toEqual(labels);
    expect(sizeMarks(results)[1].value).toBe(results.aggregate[8].params);
  });

  it('say a bump where nothing interpolates only if the verdict does', () => {
    const labels = (verdict: string) =>
      sizeMarks(
        judged({ code: 'not-interpolated', verdict, threshold: null, peak: 4, p: 0.01 }),
      ).map(({ label }) => label);
    expect(labels('inconclusive')).toContain('peak');
    expect(labels('not observed')).not.toContain('peak');
  });

  it('say nothing of curves without a test, or of several', () => {
    expect(sizeMarks(judged({ code: 'too-few', p: null, peak: 2 }))).toHaveLength(1);
    expect(sizeMarks(gridResults()).map(({ label }) => label)).toEqual(['training samples']);
  });
});

it('the figure of size names its marks, in words, too, and none that is outside', () => {
  const results = judged({ code: 'observed', verdict: 'observed', p: 0.01, threshold: 6, peak: 5 });
  const { labels, texts } = parseSvg(errorVsParams(results));
  const words = labels.map(({ text }) => text);
  for (const name of ['training samples', 'interpolates', 'peak']) expect(words).toContain(name);
  expect(texts.get('desc')![0]).toContain(
    'Marked along x: training samples at 500; interpolates at 499; peak at 301.',
  );
  const datasets = results.datasets.map((each) => ({ ...each, trainRows: 9_000_000 }));
  const outside = parseSvg(errorVsParams({ ...results, datasets })).labels;
  expect(outside.map(({ text }) => text)).not.toContain('training samples');
});
