import { describe, expect, it } from 'vitest';
import { errorVsParams } from '../../../src/report/figures/error-vs-axis.js';
import { sampleResults } from '../../results/sample.js';
import { literalResults } from '../literal.js';
import { parseSvg } from '../svg-document.js';

describe('error against parameters', () => {
  it('labels every reference line with its error', () => {
    const labels = parseSvg(errorVsParams(sampleResults())).labels.map(({ text }) => text);
    for (const set of ['train', 'test']) {
      for (const name of ['constant predictor', 'best linear fit', 'tangent reference']) {
        expect(labels.filter((label) => label.startsWith(`${name}, ${set} `))).toHaveLength(1);
      }
    }
  });

  it('has a dot per finished run and a marker per network and set', () => {
    const source = errorVsParams(literalResults());
    expect(source.match(/h0/g)?.length).toBe(2 * 5 + 1);
    const { elements } = parseSvg(source);
    expect(elements.filter(({ name }) => name === 'circle')).toHaveLength(3 + 1);
  });

  it('draws a curve per setting of the hyper-parameters, named', () => {
    const results = sampleResults({ seeds: 2 });
    const variants = results.variants.map((variant, at) => ({
      ...variant,
      hyper: { batch: at % 2 },
    }));
    const labels = parseSvg(errorVsParams({ ...results, variants })).labels.map(({ text }) => text);
    const head = labels.indexOf('batch');
    expect(labels.slice(head, head + 4)).toEqual(['batch', 'best parameters', 'training', 'test']);
    expect(labels.slice(head + 4, head + 9)).toEqual(['1', '0', '2,401', '0.0207', '116']);
  });

  it('says what a logarithmic axis cannot show', () => {
    const networks = [{ hidden: [2], train: 0, test: 3 }];
    const labels = parseSvg(errorVsParams(sampleResults({ networks, seeds: 3 }))).labels;
    expect(labels.at(-1)?.text).toBe('3 values of zero or less are not on the logarithmic axis.');
  });
});
