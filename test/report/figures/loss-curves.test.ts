import { describe, expect, it } from 'vitest';
import { lossCurves } from '../../../src/report/figures/loss-curves.js';
import { diverged, sampleResults } from '../../results/sample.js';
import { parseSvg } from '../svg-document.js';
import { SWEEPS } from '../sweeps.js';

describe('loss curves', () => {
  it('have a legend with the final losses', () => {
    const labels = parseSvg(lossCurves(sampleResults())).labels.map(({ text }) => text);
    const row = labels.indexOf('4-2000-1');
    expect(labels.slice(row, row + 4)).toEqual(['4-2000-1', '12,001', '0.0119', '98.6']);
  });

  it('draw training solid and test dashed, the row of the legend at both ends', () => {
    const { elements, labels } = parseSvg(lossCurves(sampleResults()));
    const dashes = elements.filter(({ attributes }) => attributes['stroke-dasharray'] === '5 3');
    expect(dashes).toHaveLength(10 + 1);
    expect(labels.filter(({ text }) => text === '7')).toHaveLength(2 + 1);
  });

  it('say in the legend why a network has no curve', () => {
    const change = (run: Parameters<typeof diverged>[0]) =>
      run.variant === '4-2-1' ? diverged(run) : run;
    const labels = parseSvg(lossCurves(sampleResults({ change }))).labels.map(({ text }) => text);
    expect(labels).toContain('10 of 10 diverged');
  });

  it('say so when there is nothing to show', () => {
    const labels = parseSvg(lossCurves(SWEEPS['every run failed']())).labels;
    expect(labels.map(({ text }) => text)).toContain('no finished run');
  });
});
