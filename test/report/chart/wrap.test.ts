import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/report/chart/svg.js';
import { wrapped, wrappedName } from '../../../src/report/chart/wrap.js';

describe('wrapped', () => {
  it('breaks at spaces alone', () => {
    expect(wrapped('networks 4-8-1 and 4-20-1', 10, 60)).toEqual([
      'networks',
      '4-8-1 and',
      '4-20-1',
    ]);
  });

  it('loses nothing, and no line is too wide', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 300 }), (all, width) => {
        const lines = wrapped(all.join(' '), 10, width);
        expect(lines.join(' ')).toBe(all.join(' '));
        for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('wrappedName', () => {
  it('breaks after hyphens, too', () => {
    expect(wrappedName('softmax-cross-entropy', 10, 80, 3)).toEqual(['softmax-cross-', 'entropy']);
  });

  it('ends in an ellipsis where lines do not suffice', () => {
    const lines = wrappedName('one two three four five six seven eight nine', 10, 40, 3);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(40);
  });

  it('cuts a word that is wider than a line', () => {
    expect(wrappedName('incomprehensibilities', 10, 40, 3)).toEqual([
      expect.stringMatching(/^inc\w+…$/),
    ]);
  });
});
