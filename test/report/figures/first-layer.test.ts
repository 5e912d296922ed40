import { describe, expect, it } from 'vitest';
import { firstLayerFigure } from '../../../src/report/figures/first-layer.js';
import { INSPECTIONS } from '../inspections.js';
import { draw, labelsOf } from './draw-inspection.js';

describe('the first layer', () => {
  it('numbers its units and says how many there are', () => {
    const labels = labelsOf(firstLayerFigure, 'images of writing');
    expect(labels).toEqual(expect.arrayContaining(['1', '12', '−0.744']));
    expect(labels.at(-1)).toContain('All 12 units.');
    expect(labelsOf(firstLayerFigure, 'noise in large images').at(-1)).toMatch(
      /^The first \d of 256 units\..*4 × 4 weights are averaged into one\.$/,
    );
  });

  it('says where colours end before the largest weight', () => {
    const unit = (largest: number) =>
      Array.from({ length: 64 }, (_, at) => (at === 0 ? largest : 10));
    const image = { height: 8, width: 8, channels: 1, shrunk: 1 };
    const inspection = INSPECTIONS['images of writing']();
    const firstLayer = { image, units: 2, largest: 1.27, weights: [unit(127), unit(10)] };
    const { labels } = draw(firstLayerFigure, { ...inspection, firstLayer });
    expect(labels.map(({ text }) => text)).toContain('≤ −0.100');
  });
});
