import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, escapeXml, fitted, rounded, textWidth } from '../../../src/report/chart/svg.js';
import { parseSvg } from '../svg-document.js';

describe('escapeXml', () => {
  it('leaves no markup', () => {
    expect(escapeXml(`<a b="c" d='e'>&]]>`)).toBe(
      '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;]]&gt;',
    );
  });

  it('replaces what XML cannot hold', () => {
    expect(escapeXml('a\u0000b\u001fc\ud800d\udc00e\uffff')).toBe(
      'a\ufffdb\ufffdc\ufffdd\ufffde\ufffd',
    );
    expect(escapeXml('tab\tline\nface😀')).toBe('tab\tline\nface😀');
  });

  it('makes any string character data that a strict parser reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const source = element('svg', { id: other }, element('title', {}, escapeXml(`x${one}`)));
        const { texts } = parseSvg(source);
        expect(texts.get('title')![0].length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('element', () => {
  it('rounds numbers, leaves out undefined attributes and closes itself', () => {
    expect(element('rect', { x: 1.26, y: -0.01, rx: undefined, class: 'a' })).toBe(
      '<rect x="1.3" y="0" class="a"/>',
    );
    expect(element('g', {}, ['<a/>', '<b/>'])).toBe('<g><a/><b/></g>');
  });
});

describe('rounded', () => {
  it('gives tenths', () => {
    expect([1, 1.04, 1.06, -3.14, -0.04, 1234.56].map(rounded)).toEqual([
      '1',
      '1',
      '1.1',
      '-3.1',
      '0',
      '1234.6',
    ]);
  });
});

describe('fitted', () => {
  it('cuts what is too long and says so', () => {
    expect(fitted('4-2-1', 11, 100)).toBe('4-2-1');
    const cut = fitted('4-128-128-128-128-1', 11, 60);
    expect(cut).toMatch(/^4-128-.*…$/);
    expect(textWidth(cut, 11)).toBeLessThanOrEqual(66);
  });
});
