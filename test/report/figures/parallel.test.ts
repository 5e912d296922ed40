import { describe, expect, it } from 'vitest';
import { parallel } from '../../../src/report/figures/parallel.js';
import { diverged } from '../../results/sample.js';
import { drawnResults, variedResults } from '../../results/varied-sample.js';
import { parseSvg } from '../svg-document.js';

const lines = (source: string) =>
  parseSvg(source).elements.filter(
    ({ name, attributes }) => name === 'path' && /^l\d+$/.test(attributes.class ?? ''),
  );

describe('parallel coordinates', () => {
  it('have a line per variant across all axes and the score', () => {
    const shown = lines(parallel(drawnResults()));
    expect(shown).toHaveLength(40);
    for (const { attributes } of shown) expect(attributes.d.match(/[ML]/g)).toHaveLength(4);
  });

  it('draw the best five heavy, last, and with their ranks', () => {
    const source = parallel(drawnResults());
    const widths = lines(source).map(({ attributes }) => attributes['stroke-width']);
    expect(widths.slice(-5)).toEqual(Array(5).fill('2.4'));
    expect(widths.filter((width) => width === '2.4')).toHaveLength(5);
    const texts = parseSvg(source).labels.map(({ text }) => text);
    for (const rank of ['1', '2', '3', '4', '5']) expect(texts).toContain(rank);
    for (const head of ['activation', 'width', 'learning rate', 'test error']) {
      expect(texts).toContain(head);
    }
    expect(texts).toContain('Heavy and numbered: the best 5 by median test error.');
  });

  it('has the lower loss the higher', () => {
    const results = drawnResults();
    const shown = lines(parallel(results));
    const ends = shown.map(({ attributes }) => Number(attributes.d.split(' ').at(-1)));
    expect(ends).toEqual([...ends].sort((a, b) => b - a));
  });

  it('count what has no finished run', () => {
    const results = variedResults({
      variants: { grid: { batchSize: [5, 50], learningRate: [0.1, 1], shuffle: [true, false] } },
      change: (run, { hyper }) => (hyper.learningRate === 1 ? diverged(run) : run),
    });
    const source = parallel(results);
    expect(lines(source)).toHaveLength(4);
    expect(parseSvg(source).labels.at(-1)?.text).toBe(
      '4 variants without a finished run are not shown.',
    );
  });
});
