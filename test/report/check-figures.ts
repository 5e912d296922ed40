import { expect, it } from 'vitest';
import { overlaps, parseSvg } from './svg-document.js';

/** What holds for every figure, whatever it shows: tests of the block in which it is called. */
export function checkFigures(figures: () => [path: string, source: string][]): void {
  it('is well-formed, titled, described, and made for light and dark', () => {
    for (const [path, source] of figures()) {
      const { elements, texts } = parseSvg(source);
      expect(elements[0], path).toMatchObject({ name: 'svg', attributes: { role: 'img' } });
      expect(texts.get('title')?.at(0), path).not.toBe('');
      expect(texts.get('desc'), path).toHaveLength(1);
      expect(texts.get('style')?.at(0), path).toContain('prefers-color-scheme:dark');
      expect(elements.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
      expect(source).not.toMatch(/NaN|Infinity|undefined|null|var\(/);
    }
  });

  it('has no coordinate finer than 0.1', () => {
    const coordinates = 'x y d cx cy r width height viewBox transform'.split(' ');
    for (const [path, source] of figures()) {
      for (const { name, attributes } of parseSvg(source).elements) {
        const values = coordinates.map((key) => attributes[key] ?? '').join(' ');
        expect(values, `${path}: ${name}`).not.toMatch(/\.\d\d|\de/);
      }
    }
  });

  it('overrides in the dark every colour that it uses', () => {
    for (const [path, source] of figures()) {
      const { elements, texts } = parseSvg(source);
      const dark = texts.get('style')!.join();
      for (const { name, attributes } of elements) {
        const coloured = /^#/.test(attributes.fill ?? '') || /^#/.test(attributes.stroke ?? '');
        if (!coloured) continue;
        expect(dark, `${path}: ${name}`).toContain(` .${attributes.class}{`);
      }
    }
  });

  it('has no labels that overlap or leave the figure', () => {
    for (const [path, source] of figures()) {
      const { elements, labels } = parseSvg(source);
      expect(overlaps(labels), path).toEqual([]);
      const { width, height } = elements[0].attributes;
      for (const label of labels) {
        expect(label.left, `${path}: ${label.text}`).toBeGreaterThanOrEqual(0);
        expect(label.right, `${path}: ${label.text}`).toBeLessThanOrEqual(Number(width));
        expect(label.bottom, `${path}: ${label.text}`).toBeLessThanOrEqual(Number(height));
      }
    }
  });
}
