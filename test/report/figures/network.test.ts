import { describe, expect, it } from 'vitest';
import { networkFigure } from '../../../src/report/figures/network.js';
import { sampleResults } from '../../results/sample.js';
import { parseSvg } from '../svg-document.js';

function draw(hidden: number[]): ReturnType<typeof parseSvg> {
  const { networks } = sampleResults({ seeds: 1, networks: [{ hidden, train: 1, test: 1 }] });
  return parseSvg(networkFigure(networks[0], 4));
}

function circles(document: ReturnType<typeof parseSvg>): number {
  return document.elements.filter(({ name }) => name === 'circle').length / 2;
}

describe('the drawing of a network', () => {
  it('has a circle per unit and an edge per weight', () => {
    const document = draw([3]);
    expect(circles(document)).toBe(4 + 3 + 1);
    const edges = document.elements.flatMap(({ attributes }) => attributes.d?.match(/L/g) ?? []);
    expect(edges).toHaveLength(4 * 3 + 3);
  });

  it('counts the units of a large layer instead of drawing them', () => {
    const document = draw([2000]);
    expect(circles(document)).toBe(4 + 7 + 1);
    const labels = document.labels.map(({ text }) => text);
    expect(labels).toContain('2,000 units');
    expect(labels).toContain('h2000');
    expect(labels).not.toContain('h1000');
  });

  it('shows how the parameters are counted', () => {
    expect(draw([8]).labels[1].text).toBe('49 parameters: (4 + 1) · 8 + (8 + 1) · 1');
  });

  it('leaves out the middle of a deep network', () => {
    const document = draw(Array.from({ length: 30 }, () => 2));
    const heads = document.labels.map(({ text }) => text).filter((text) => /^hidden/.test(text));
    expect(heads).toEqual([1, 2, 3, 29, 30].map((at) => `hidden ${at}, ReLU`));
  });
});
