import { element } from './svg.js';

/** A picture of shades: whole numbers, row by row. */
export interface Raster {
  width: number;
  height: number;
  shades: readonly number[];
}

/** A raster, and where its upper left corner stands, in pixels of the raster. */
export interface PlacedRaster extends Raster {
  left: number;
  top: number;
}

/** Where rasters are drawn: the origin of their places, and the size of one of their pixels. */
export interface RasterFrame {
  left: number;
  top: number;
  scale: number;
}

/**
 * Rasters as one path a shade: horizontal runs of equal shades, each a line as thick as a pixel.
 *
 * @param attributes of a shade; undefined where it is not drawn.
 */
export function drawRasters(
  rasters: readonly PlacedRaster[],
  { left, top, scale }: RasterFrame,
  attributes: (shade: number) => Record<string, string> | undefined,
): string {
  const pens = new Map<number, Pen>();
  for (const raster of rasters) {
    for (const { shade, x, y, length } of runsOf(raster)) {
      const pen = pens.get(shade) ?? new Pen();
      pens.set(shade, pen);
      pen.line(raster.left + x, raster.top + y, length);
    }
  }
  const shades = [...pens.keys()].sort((a, b) => a - b);
  const lines = shades.map((shade) => {
    const own = attributes(shade);
    return own ? element('path', { ...own, d: pens.get(shade)!.d }) : '';
  });
  const transform = `translate(${left} ${top}) scale(${scale})`;
  return element('g', { transform, 'shape-rendering': 'crispEdges' }, lines);
}

/** Writes horizontal lines, each from where the last one ended: half the bytes. */
class Pen {
  d = '';
  #x = 0;
  #y = 0;

  line(x: number, y: number, length: number): void {
    // The middle of a line of thickness 1 is half a pixel below its upper edge.
    if (this.d === '') this.d = `M${x} ${y}.5`;
    else this.d += `m${x - this.#x} ${y - this.#y}`;
    this.d += `h${length}`;
    this.#x = x + length;
    this.#y = y;
  }
}

/** About how many bytes a raster takes, drawn. */
export function rasterBytes(raster: Raster, isDrawn: (shade: number) => boolean): number {
  return BYTES_OF_RUN * runsOf(raster).filter(({ shade }) => isDrawn(shade)).length;
}

const BYTES_OF_RUN = 8;

interface Run {
  shade: number;
  x: number;
  y: number;
  length: number;
}

function runsOf({ width, height, shades }: Raster): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; ) {
      const start = x;
      const shade = shades[y * width + start];
      while (x < width && shades[y * width + x] === shade) x++;
      runs.push({ shade, x: start, y, length: x - start });
    }
  }
  return runs;
}
