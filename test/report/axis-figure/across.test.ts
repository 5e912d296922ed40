import { describe, expect, it } from 'vitest';
import { acrossAxis, widthFor } from '../../../src/report/axis-figure/across.js';
import type { Described } from '../../../src/report/axis-words.js';
import { overlaps, parseSvg } from '../svg-document.js';

const PLOT = { left: 0, top: 0, width: 500, height: 100 };
const words = (labels: string[]): Described => ({
  title: 'setting',
  kind: 'categories',
  values: labels,
  labels,
});
const numbers = (kind: 'linear' | 'logarithmic', values: number[]): Described => ({
  title: 'x',
  kind,
  values,
  labels: values.map(String),
});
const labelsOf = (axis: Described, plot = PLOT) =>
  parseSvg(`<svg>${acrossAxis(axis, plot).markup}</svg>`).labels;

describe('an axis across a plot', () => {
  it('has categories at equal distances in their order', () => {
    const { place, slot } = acrossAxis(words(['b', 'a', 'c', 'd']), PLOT);
    expect(['b', 'a', 'c', 'd'].map(place)).toEqual([62.5, 187.5, 312.5, 437.5]);
    expect(slot).toBe(125);
  });

  it('breaks long names, and grows by the lines', () => {
    const axis = words(['none', 'weight decay and dropout together']);
    const narrow = { ...PLOT, width: 160 };
    const texts = labelsOf(axis, narrow).map(({ text }) => text);
    expect(texts).toEqual(['none', 'weight decay', 'and dropout', 'together', 'setting']);
    expect(overlaps(labelsOf(axis, narrow))).toEqual([]);
    const one = acrossAxis(words(['none', 'L2']), narrow).depth;
    expect(acrossAxis(axis, narrow).depth).toBe(one + 26);
  });

  it('puts names on end where they are many and long', () => {
    const axis = words(Array.from({ length: 20 }, (_, at) => `setting number ${at}`));
    const { elements } = parseSvg(`<svg>${acrossAxis(axis, PLOT).markup}</svg>`);
    const turned = elements.filter(({ attributes }) => attributes.transform?.startsWith('rotate'));
    expect(turned).toHaveLength(20);
  });

  it('has ticks at a few values of a linear axis, else at round ones', () => {
    const texts = (axis: Described) => labelsOf(axis).map(({ text }) => text);
    expect(texts(numbers('linear', [49, 301]))).toEqual(['49', '301', 'x']);
    expect(texts(numbers('linear', [0, 0.1, 0.13, 1]))).toContain('0.2');
    expect(texts(numbers('logarithmic', [0.001, 1]))).toEqual(['0.001', '0.01', '0.1', '1', 'x']);
  });

  it('is wide enough for its names, and no wider', () => {
    expect(widthFor(numbers('linear', [1, 2]), 540, 1000)).toBe(540);
    expect(widthFor(words(['a', 'b']), 540, 1000)).toBe(220);
    const many = words(Array.from({ length: 12 }, (_, at) => `incomprehensible${at}`));
    expect(widthFor(many, 540, 1000)).toBeGreaterThan(900);
    expect(widthFor(many, 540, 700)).toBe(700);
  });
});
