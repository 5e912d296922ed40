import { describe, expect, it } from 'vitest';
import { lossCurves } from '../../../src/report/figures/loss-curves.js';
import { diverged, sampleResults } from '../../results/sample.js';
import { drawnResults, variedResults } from '../../results/varied-sample.js';
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

  it('name variants by what tells them apart, each in a hue of its own', () => {
    const optimizers = ['sgd', 'momentum', 'rmsprop', 'adam'];
    const results = variedResults({ variants: { grid: { optimizer: optimizers } } });
    const { labels, elements } = parseSvg(lossCurves(results));
    const texts = labels.map(({ text }) => text);
    expect(texts.filter((text) => optimizers.includes(text))).toEqual(optimizers);
    expect(texts).toContain('optimizer');
    expect(texts).not.toContain('params');
    const colours = elements.flatMap(({ attributes }) =>
      /^c\d$/.test(attributes.class ?? '') ? [attributes.stroke] : [],
    );
    expect(new Set(colours).size).toBe(4);
  });

  it('show the best where variants are many, best first', () => {
    const results = drawnResults();
    const { elements, labels } = parseSvg(lossCurves(results));
    const dashes = elements.filter(({ attributes }) => attributes['stroke-dasharray'] === '5 3');
    expect(dashes).toHaveLength(24 + 1);
    expect(labels.at(-1)?.text).toBe(
      'The 24 best of 40 variants by median test error, best first; variants.csv has all.',
    );
  });

  it('say so when there is nothing to show', () => {
    const labels = parseSvg(lossCurves(SWEEPS['every run failed']())).labels;
    expect(labels.map(({ text }) => text)).toContain('no finished run');
  });
});
