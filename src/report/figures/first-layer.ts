import type { FirstLayer, Inspection } from '../../inspect/types.js';
import type { Results } from '../../results/schema.js';
import { counted, figure, grouped } from '../../results/wording.js';
import { EDGE, HEAD, renderFigure } from '../chart/frame.js';
import { ink } from '../chart/palette.js';
import { drawRasters, type Raster, rasterBytes } from '../chart/raster.js';
import { SIGNED_STEPS, signed, signedRules } from '../chart/shades.js';
import { element, text } from '../chart/svg.js';
import { inspectedWords } from '../inspected.js';

const ROOM = 640;
/** About how wide a unit is drawn. */
const UNIT = 72;
/** Below a unit, for its number. */
const CAPTION = 18;
const GAP = 8;
const MOST_BYTES = 125_000;
const NUMBERS = 127;
/** Share of the weights that the colours tell apart: one that is far off must not make the others
 * pale. */
const TOLD_APART = 0.99;

interface Grid {
  scale: number;
  columns: number;
  /** In pixels of the images: between two units, and from one to the next. */
  gap: number;
  stepX: number;
  stepY: number;
}

/** The weights of the units of the first layer as images; undefined where inputs are no images. */
export function firstLayerFigure(
  { name }: Pick<Results, 'name'>,
  inspection: Inspection,
): string | undefined {
  const { firstLayer } = inspection;
  if (!firstLayer || firstLayer.weights.length === 0) return undefined;
  const end = endOf(firstLayer);
  const rasters = affordable(firstLayer, end);
  const grid = gridOf(rasters[0]);
  const { columns, stepX, stepY, gap, scale } = grid;
  const rows = Math.ceil(rasters.length / columns);
  const origin = { left: EDGE, top: HEAD + 26 };
  return renderFigure({
    name: 'first-layer',
    title: `First layer of ${inspection.network.variant}: ${name}`,
    subtitle: inspectedWords(inspection),
    description: description(firstLayer),
    width: Math.max(560, 2 * EDGE + (columns * stepX - gap) * scale),
    height: origin.top + rows * stepY * scale + 8,
    series: 0,
    rules: signedRules(),
    body: [scaleKey(firstLayer, end, HEAD + 6), ...drawUnits(rasters, grid, origin)],
    notes: [notesOf(firstLayer, rasters.length)],
  });
}

function drawUnits(
  rasters: readonly Raster[],
  { columns, stepX, stepY, scale }: Grid,
  origin: { left: number; top: number },
): string[] {
  const placed = rasters.map((raster, at) => ({
    ...raster,
    left: stepX * (at % columns),
    top: stepY * Math.floor(at / columns),
  }));
  return [
    drawRasters(placed, { ...origin, scale }, signed),
    ...placed.map((raster, at) => {
      const [left, top] = [origin.left + scale * raster.left, origin.top + scale * raster.top];
      return around(raster, at, left, top, scale);
    }),
  ];
}

/** The number from which on all weights have the darkest colour. */
function endOf({ weights }: FirstLayer): number {
  const sizes = weights.flatMap((unit) => unit.map(Math.abs)).sort((a, b) => a - b);
  return Math.max(1, sizes[Math.ceil(TOLD_APART * sizes.length) - 1]);
}

/** As many units as fit: all, or full rows of them. */
function affordable(layer: FirstLayer, end: number): Raster[] {
  let bytes = 0;
  const all = layer.weights.map((unit) => rasterOf(layer, unit, end));
  const few = all.filter((raster, at) => {
    bytes += rasterBytes(raster, (shade) => shade !== 0);
    return at === 0 || bytes <= MOST_BYTES;
  });
  const { columns } = gridOf(all[0]);
  if (few.length === all.length || few.length < columns) return few;
  return few.slice(0, few.length - (few.length % columns));
}

/** Channels side by side, a pixel of nothing between them. */
function rasterOf({ image }: FirstLayer, unit: readonly number[], end: number): Raster {
  const { height, width, channels } = image;
  const full = channels * (width + 1) - 1;
  const shades = Array.from({ length: height * full }, (_, at) => {
    const [row, x] = [Math.floor(at / full), at % full];
    const [channel, column] = [Math.floor(x / (width + 1)), x % (width + 1)];
    if (column === width) return 0;
    const weight = unit[(row * width + column) * channels + channel];
    const share = Math.max(-1, Math.min(1, weight / end));
    return Math.round(share * SIGNED_STEPS) + 0;
  });
  return { width: full, height, shades };
}

function gridOf({ width, height }: Raster): Grid {
  const scale = Math.max(1, Math.floor(Math.min(UNIT / Math.min(width, height), ROOM / width)));
  const gap = Math.ceil(GAP / scale);
  const stepX = width + gap;
  const columns = Math.max(1, Math.min(8, Math.floor((ROOM + GAP) / (stepX * scale))));
  return { scale, columns, gap, stepX, stepY: height + Math.ceil(CAPTION / scale) };
}

function around(
  { width, height }: Raster,
  at: number,
  left: number,
  top: number,
  scale: number,
): string {
  const frame = { x: left, y: top, width: width * scale, height: height * scale };
  return [
    element('rect', { ...ink('axis'), fill: 'none', 'stroke-width': '0.5', ...frame }),
    text(left, top + height * scale + 11, String(at + 1), SMALL),
  ].join('');
}

const SMALL = { ...ink('dim'), 'font-size': '9' };

/** From the most negative to the most positive weight. */
function scaleKey({ largest, weights }: FirstLayer, last: number, y: number): string {
  const start = EDGE + 74;
  const cell = 16;
  const swatches = Array.from({ length: 2 * SIGNED_STEPS + 1 }, (_, at) => {
    const shade = signed(at - SIGNED_STEPS);
    const d = `M${start + at * cell} ${y}h${cell}`;
    return shade ? element('path', { ...shade, 'stroke-width': '10', d }) : '';
  });
  const end = start + (2 * SIGNED_STEPS + 1) * cell;
  const label = { ...ink('dim'), 'font-size': '10' };
  const frame = { x: start, y: y - 5, width: end - start, height: 10 };
  const written = figure((last / NUMBERS) * largest);
  const isBeyond = weights.some((unit) => unit.some((weight) => Math.abs(weight) > last));
  const [below, above] = isBeyond ? ['≤ ', '≥ '] : ['', ''];
  return [
    ...swatches,
    element('rect', { ...ink('axis'), fill: 'none', 'stroke-width': '0.5', ...frame }),
    text(start - 6, y + 3.5, `${below}−${written}`, { ...label, 'text-anchor': 'end' }),
    text(end + 6, y + 3.5, `${above}${written}; zero has the colour of the ground`, label),
  ].join('');
}

function notesOf({ units, image }: FirstLayer, drawn: number): string {
  const words =
    drawn < units
      ? `The first ${grouped(drawn)} of ${counted(units, 'unit')}.`
      : `All ${counted(units, 'unit')}.`;
  const channels =
    image.channels > 1 ? ` Side by side: the ${grouped(image.channels)} channels.` : '';
  const shrunk =
    image.shrunk > 1 ? ` ${image.shrunk} × ${image.shrunk} weights are averaged into one.` : '';
  return `${words} One scale for all, the same on both sides of zero.${channels}${shrunk}`;
}

function description({ units, image, largest, weights }: FirstLayer): string {
  const ranges = weights.slice(0, 10).map((unit, at) => {
    const low = (unit.reduce((least, n) => Math.min(least, n), 0) / NUMBERS) * largest;
    const high = (unit.reduce((most, n) => Math.max(most, n), 0) / NUMBERS) * largest;
    return `unit ${at + 1} from ${figure(low)} to ${figure(high)}`;
  });
  return `Weights of ${counted(units, 'unit')} over images of ${image.height} × ${image.width}: ${ranges.join('; ')}.`;
}
