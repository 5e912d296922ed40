import { describe, expect, it } from 'vitest';
import {
  darkRules,
  seriesColour,
  seriesColours,
  viridis,
} from '../../../src/report/chart/palette.js';
import { contrast } from './luminance.js';

describe('viridis', () => {
  it('has the ends of the published map and clamps', () => {
    expect([viridis(0), viridis(1), viridis(-1), viridis(2)]).toEqual([
      '#440154',
      '#fde725',
      '#440154',
      '#fde725',
    ]);
    expect(viridis(0.5)).toBe('#21918c');
  });
});

describe('series colours', () => {
  it('stop before the yellow that white paper swallows', () => {
    expect(seriesColour(9, 10).stroke).toBe(viridis(0.9));
    expect(seriesColour(0, 1).stroke).not.toBe(seriesColour(0, 2).stroke);
  });

  it('are hues of their own where there is no order, viridis where they are too many', () => {
    const few = seriesColours(8, false);
    const light = Array.from({ length: 8 }, (_, index) => few.of(index).stroke);
    expect(new Set(light).size).toBe(8);
    expect(few.rules.map(([name]) => name)).toEqual(light.map((_, index) => `c${index}`));
    expect(few.series).toBe(0);
    const many = seriesColours(9, false);
    expect([many.of(8), many.series, many.rules]).toEqual([seriesColour(8, 9), 9, []]);
    expect(seriesColours(3, true).of(1)).toEqual(seriesColour(1, 3));
  });

  it('of their own are dark enough for white paper, and light enough for a dark screen', () => {
    const { of, rules } = seriesColours(8, false);
    for (let index = 0; index < 8; index++) {
      expect(contrast(of(index).stroke, '#ffffff')).toBeGreaterThan(3);
      expect(contrast(rules[index][2], '#14171a')).toBeGreaterThan(4.5);
    }
  });

  it('have a dark counterpart each, inside the scope', () => {
    const rules = darkRules('lw-x', 3, ['train', 'test']);
    expect(rules).toContain('@media screen and (prefers-color-scheme:dark)');
    for (const name of ['s0', 's1', 's2', 'ink', 'train'])
      expect(rules).toContain(`.lw-x .${name}{`);
  });
});
