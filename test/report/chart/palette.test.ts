import { describe, expect, it } from 'vitest';
import { darkRules, seriesColour, viridis } from '../../../src/report/chart/palette.js';

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

  it('have a dark counterpart each, inside the scope', () => {
    const rules = darkRules('lw-x', 3, ['train', 'test']);
    expect(rules).toContain('@media screen and (prefers-color-scheme:dark)');
    for (const name of ['s0', 's1', 's2', 'ink', 'train'])
      expect(rules).toContain(`.lw-x .${name}{`);
  });
});
