import { describe, expect, it } from 'vitest';
import { timeline } from '../../../src/report/figures/timeline.js';
import { LITERAL_MANIFEST, literalResults } from '../literal.js';
import { overlaps, parseSvg } from '../svg-document.js';

describe('the timeline', () => {
  it('draws a run of several workers in each of their lanes', () => {
    const trials = [{ variant: '4-2-1', seed: 42, workers: [0, 1], startMs: 0, endMs: 9 }];
    const source = timeline(literalResults(), { ...LITERAL_MANIFEST, trials });
    expect(source.match(/4-2-1, seed 42: 0 to 9\.00 ms/g)).toHaveLength(2);
  });

  it('has legible lanes for 256 workers', () => {
    const source = timeline(literalResults(), { ...LITERAL_MANIFEST, threads: 256 });
    const { labels, elements } = parseSvg(source);
    expect(overlaps(labels)).toEqual([]);
    expect(Number(elements[0].attributes.height)).toBeLessThan(1300);
  });

  it('counts in seconds where the sweep took long, and survives no trial at all', () => {
    const trials = [{ variant: '4-2-1', seed: 42, workers: [0], startMs: 0, endMs: 90_000 }];
    expect(timeline(literalResults(), { ...LITERAL_MANIFEST, trials })).toContain('sweep (s)');
    const empty = timeline(literalResults(), { ...LITERAL_MANIFEST, trials: [] });
    expect(() => parseSvg(empty)).not.toThrow();
  });
});
