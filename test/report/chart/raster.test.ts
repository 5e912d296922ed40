import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawRasters, rasterBytes } from '../../../src/report/chart/raster.js';
import { parseSvg } from '../svg-document.js';

const frame = { left: 10, top: 20, scale: 3 };
const attributes = (shade: number) => (shade === 0 ? undefined : { class: `g${shade}` });

/** The pixels that the paths colour, `x,y` → class. */
function pixelsOf(markup: string): Map<string, string> {
  const pixels = new Map<string, string>();
  const { elements } = parseSvg(markup);
  for (const { attributes } of elements.filter(({ name }) => name === 'path')) {
    let [x, y] = [0, 0];
    for (const [, command, a, b] of attributes.d.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
      if (command === 'M') [x, y] = [Number(a), Number(b)];
      else if (command === 'm') [x, y] = [x + Number(a), y + Number(b)];
      else {
        for (let i = 0; i < Number(a); i++) {
          const at = `${x + i},${y - 0.5}`;
          expect(pixels.has(at)).toBe(false);
          pixels.set(at, attributes.class);
        }
        x += Number(a);
      }
    }
  }
  return pixels;
}

it('colours every pixel once with its shade, wherever the raster stands', () => {
  const shades = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(shades, { minLength: 1, maxLength: 4 }), (pictures) => {
      const placed = pictures.map((picture, i) => ({
        ...{ width: 4, height: 3, shades: picture },
        ...{ left: 6 * (i % 2), top: 5 * Math.floor(i / 2) },
      }));
      const pixels = pixelsOf(drawRasters(placed, frame, attributes));
      for (const { left, top, shades: picture } of placed) {
        picture.forEach((shade, at) => {
          const found = pixels.get(`${left + (at % 4)},${top + Math.floor(at / 4)}`);
          expect(found).toBe(shade === 0 ? undefined : `g${shade}`);
        });
      }
    }),
  );
});

it('draws runs as lines, a path a shade', () => {
  const raster = { width: 4, height: 2, shades: [1, 1, 2, 1, 0, 2, 2, 2], left: 0, top: 0 };
  expect(drawRasters([raster], frame, attributes)).toBe(
    '<g transform="translate(10 20) scale(3)" shape-rendering="crispEdges">' +
      '<path class="g1" d="M0 0.5h2m1 0h1"/><path class="g2" d="M2 0.5h1m-2 1h3"/></g>',
  );
});

it('counts the bytes of what is drawn', () => {
  const stripes = { width: 2, height: 3, shades: [1, 1, 0, 0, 1, 2] };
  expect(rasterBytes(stripes, (shade) => shade !== 0)).toBe(
    3 * rasterBytes({ width: 1, height: 1, shades: [1] }, () => true),
  );
});
