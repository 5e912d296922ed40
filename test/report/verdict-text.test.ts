import { describe, expect, it } from 'vitest';
import { verdictText } from '../../src/report/verdict-text.js';
import { judgeCurves } from '../../src/results/judge-curves.js';
import { FLAT, made, PEAK } from '../verdict/sweeps.js';
import { HOSTILE } from './sweeps.js';

const curve = (label: string, test: number[], names?: string[]) => {
  const sweep = made({ test });
  return { label, sizes: names ?? sweep.params.map(String), sweep };
};

function textOf(curves: ReturnType<typeof curve>[], width?: number): string {
  return verdictText(judgeCurves(curves), width);
}

describe('verdictText', () => {
  it('says the verdict and shows every size with its part in it', () => {
    const [sentence, , head, ...rows] = textOf([curve('', PEAK)])
      .trimEnd()
      .split('\n');
    expect(sentence).toMatch(/^- Double descent: observed\./);
    expect(head).toMatch(/^size +params +train +test +\[95 %\]$/);
    expect(rows.map((row) => row.replace(/^.*\]\s*/, ''))).toEqual([
      ...['', 'least before', '', '', 'highest, interpolates', '', '', 'least after'],
    ]);
  });

  it('gives the median of a size an interval that holds it', () => {
    const rows = textOf([curve('', FLAT)])
      .trimEnd()
      .split('\n')
      .slice(3);
    let wide = 0;
    for (const row of rows) {
      const [median, low, high] = row
        .match(/\d\.\d+(?=[ ,\]])/g)!
        .slice(-3)
        .map(Number);
      expect(low).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(high);
      if (low < high) wide++;
    }
    expect(wide).toBeGreaterThan(5);
  });

  it('breaks sentences at the width of the terminal', () => {
    const lines = textOf([curve('', PEAK)], 80).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.length).toBeGreaterThan(13);
  });

  it('sets curves apart, and lets no name steer the terminal', () => {
    const names = PEAK.map((_, size) => `${HOSTILE.slice(0, 70)}\u001b[2J${size}`);
    const text = textOf([curve('a\u0007', PEAK, names), curve('b', FLAT)]);
    expect(text.split('\n\n')).toHaveLength(4);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('marks what was left out, and has no number where there is none', () => {
    const own = curve('', FLAT);
    const test = own.sweep.test.map((errors) => [null, ...errors.slice(1)]);
    const text = textOf([{ ...own, sweep: { ...own.sweep, test } }]);
    expect(text).toMatch(/^10 +10 +0\.500 +– +\[–, –\] +left out$/m);
  });
});
