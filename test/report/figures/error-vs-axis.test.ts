import { describe, expect, it } from 'vitest';
import { errorVsAxis, errorVsParams } from '../../../src/report/figures/error-vs-axis.js';
import type { Results } from '../../../src/results/schema.js';
import { sweepAxes } from '../../../src/results/sweep-axes.js';
import { classResults } from '../../results/class-sample.js';
import { sampleResults } from '../../results/sample.js';
import {
  drawnResults,
  gridResults,
  listResults,
  ratesResults,
  variedResults,
} from '../../results/varied-sample.js';
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

describe('error against a hyper-parameter', () => {
  const draw = (results: Results, name: string) => {
    const axis = sweepAxes(results).find((each) => each.name === name)!;
    return parseSvg(errorVsAxis(results, axis, name));
  };
  const texts = (results: Results, name: string) =>
    draw(results, name).labels.map(({ text }) => text);

  it('has a plot for each set where they lie apart, one where they do not', () => {
    const far = texts(ratesResults(), 'learningRate');
    expect(far.filter((text) => text === 'learning rate')).toHaveLength(2);
    const near = variedResults({
      variants: { grid: { learningRate: [0.01, 0.1] } },
      errors: (_, at) => ({ train: 10 + at, test: 10.5 + at }),
    });
    expect(texts(near, 'learningRate').filter((text) => text === 'learning rate')).toHaveLength(1);
  });

  it('says at which value how many runs did not finish', () => {
    const shown = texts(ratesResults(), 'learningRate');
    expect(shown.filter((text) => text === '2/3')).toHaveLength(2);
    expect(shown.at(-1)).toBe(
      'Not in medians and bands: 2 of 12 diverged; above a plot, how many of all at each learning rate.',
    );
  });

  it('has whiskers and no line over words, which keep their order', () => {
    const results = listResults();
    const shown = texts(results, 'setting');
    const first = shown.indexOf('none');
    expect(shown.slice(first, first + 4)).toEqual(['none', 'L1', 'L2', 'dropout']);
    const { elements } = draw(results, 'setting');
    const boxes = elements.filter(
      ({ name, attributes }) => name === 'rect' && attributes['fill-opacity'] === '0.28',
    );
    expect(boxes).toHaveLength(2 * 4 + 1);
    expect(elements.filter(({ attributes }) => attributes['stroke-width'] === '1.6')).toEqual([]);
  });

  it('has a line per value of another axis, and a table of where each is best', () => {
    const shown = texts(gridResults(), 'batchSize');
    const head = shown.indexOf('best batch size');
    expect(shown.slice(head - 1, head + 3)).toEqual([
      'learning rate',
      'best batch size',
      'training',
      'test',
    ]);
    const row = shown.indexOf('0.1', head);
    expect(shown.slice(row - 1, row + 4)).toEqual(['3', '0.1', '50', '0.0300', '107']);
  });

  it('joins the best in each eighth where there are more lines than can be told apart', () => {
    const results = drawnResults();
    const shown = texts(results, 'learningRate').join(' ');
    expect(shown).toContain(
      'Line: best of activation and width in each eighth of the axis, by median test loss; all other variants are pale.',
    );
    const { elements } = draw(results, 'learningRate');
    const squares = elements.filter(
      ({ name, attributes }) => name === 'rect' && attributes.width === '6',
    );
    expect(squares.length).toBeLessThanOrEqual(8 + 1);
    expect(shown).toContain('another variant');
  });

  it('chooses by the validation rows where there are some', () => {
    const results = classResults({ hidden: [2, 3, 4, 5, 6, 7, 8, 9] });
    const variants = results.variants.map((variant, at) => ({ ...variant, hyper: { x: at % 2 } }));
    const shown = texts({ ...results, variants }, 'x').join(' ');
    expect(shown).toContain('by median validation loss');
  });
});
