import { describe, expect, it } from 'vitest';
import { confusionFigure, confusionShown } from '../../../src/report/figures/confusion.js';
import { classResults } from '../../results/class-sample.js';
import { sampleResults } from '../../results/sample.js';
import { parseSvg } from '../svg-document.js';

describe('the confusion matrix', () => {
  const results = classResults({ classNames: ['no', 'yes'] });

  it('is that of the network with the best validation accuracy, and says so', () => {
    const { labels, texts } = parseSvg(confusionFigure(results));
    expect(confusionShown(results)?.variant).toBe('4-32-2');
    expect(texts.get('title')?.[0]).toBe('Confusion of 4-32-2: flowers');
    expect(labels[1].text).toMatch(/^The network with the best median validation accuracy \(/);
  });

  it('has counts and shares of the row', () => {
    const [[hits, misses]] = results.aggregate[2].confusion!;
    const labels = parseSvg(confusionFigure(results)).labels.map(({ text }) => text);
    expect(labels).toContain(String(hits));
    expect(labels).toContain(`${Math.round((100 * hits) / (hits + misses))} %`);
  });

  it('is a heat map alone beyond twenty classes', () => {
    const labels = parseSvg(confusionFigure(classResults({ classes: 21 }))).labels;
    expect(
      labels.some(({ text }) => /^\d+ %$/.test(text) && !['0 %', '50 %', '100 %'].includes(text)),
    ).toBe(false);
  });

  it('is not there without classes or finished runs', () => {
    expect(confusionShown(sampleResults())).toBeUndefined();
    const change = (run: (typeof results.runs)[number]) => ({ ...run, status: 'failed' as const });
    expect(confusionShown(classResults({ change }))).toBeUndefined();
  });
});
