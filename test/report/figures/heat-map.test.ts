import { describe, expect, it } from 'vitest';
import { heatMap } from '../../../src/report/figures/heat-map.js';
import type { Results } from '../../../src/results/schema.js';
import { sweepAxes } from '../../../src/results/sweep-axes.js';
import { drawnResults, gridResults, variedResults } from '../../results/varied-sample.js';
import { parseSvg } from '../svg-document.js';

function draw(results: Results) {
  const [a, b, ...others] = sweepAxes(results);
  return parseSvg(heatMap(results, [a, b], others, 'x'));
}

describe('heat map', () => {
  it('has a number in each cell, the best of them bold and framed', () => {
    const { elements, labels } = draw(gridResults());
    const bold = elements.filter(({ attributes }) => attributes['font-weight'] === '700');
    expect(bold).toHaveLength(1);
    const frames = elements.filter(({ attributes }) => attributes.class === 'frame');
    const halo = elements.find(({ attributes }) => attributes.class === 'halo')!;
    expect(frames).toHaveLength(1);
    const { x, y } = frames[0].attributes;
    const shape = elements.find(
      ({ name, attributes }) =>
        name === 'rect' && attributes.x === String(Number(x) + 0.5) && attributes.class === 'h20',
    );
    expect(shape?.attributes.y).toBe(String(Number(y) + 0.5));
    expect(Number(halo.attributes.width)).toBeLessThan(Number(frames[0].attributes.width));
    const texts = labels.map(({ text }) => text);
    for (const value of ['107', '120', '500', '381']) expect(texts).toContain(value);
    expect(texts).toContain(
      'Outlined: the best by median test error. Lost: the share of runs that did not finish.',
    );
  });

  it('says how many runs a cell has lost', () => {
    expect(draw(gridResults()).labels.map(({ text }) => text)).toContain('100 % lost');
  });

  it('says that a third axis is at its best, and by what', () => {
    const texts = draw(drawnResults()).labels.map(({ text }) => text);
    expect(texts.join(' ')).toContain(
      'Median final test loss (MSE), 2 seeds, with the best of learning rate',
    );
    expect(texts.join(' ')).toContain(
      'In each cell the best of learning rate by median test error.',
    );
  });

  it('draws cells without a number where no run finished', () => {
    const results = variedResults({
      variants: { grid: { batchSize: [5, 50], learningRate: [0.1, 1] } },
      change: (run) => ({ ...run, status: 'failed', final: { train: null, test: null } }),
    });
    const { elements, labels } = draw(results);
    expect(elements.filter(({ attributes }) => attributes.class === 'frame')).toEqual([]);
    expect(labels.filter(({ text }) => text === '100 % lost')).toHaveLength(4);
  });
});
