import type { Inspection, Misread, MisreadImage } from '../../inspect/types.js';
import { className } from '../../results/classes.js';
import type { Results } from '../../results/schema.js';
import { counted, figure, grouped, percent } from '../../results/wording.js';
import { EDGE, HEAD, renderFigure } from '../chart/frame.js';
import { titled } from '../chart/legend.js';
import { ink } from '../chart/palette.js';
import { drawRasters, rasterBytes } from '../chart/raster.js';
import { element, fitted, text, textWidth } from '../chart/svg.js';
import { inspectedWords } from '../inspected.js';
import { type Shading, shadingOf } from '../shading.js';

const COLUMNS = 5;
/** About how wide an image is drawn. */
const IMAGE = 96;
/** Between images at least. */
const GAP = 24;
/** Below an image: class and answer, and how sure of it; more where those take two lines. */
const CAPTION = 44;
const LINE = 13;
/** Bytes that images may take: of larger or busier ones fewer are drawn. */
const MOST_BYTES = 110_000;

interface Grid {
  /** Whether class and answer stand on lines of their own. */
  isNarrow: boolean;
  scale: number;
  /** From one image to the next, in pixels of the images. */
  stepX: number;
  stepY: number;
}

/** The test images that the network misreads, the most confident first; undefined where there are no
 * images, or none is misread. */
export function misreadFigure(
  { name }: Pick<Results, 'name'>,
  inspection: Inspection,
): string | undefined {
  const { misread } = inspection;
  if (!misread || misread.images.length === 0) return undefined;
  const shading = shadingOf(misread);
  const images = affordable(misread, shading);
  const grid = gridOf(inspection, misread);
  const columns = Math.min(COLUMNS, images.length);
  const rows = Math.ceil(images.length / columns);
  const { stepX, stepY, scale } = grid;
  return renderFigure({
    name: 'misread',
    title: `Misread by ${inspection.network.variant}: ${name}`,
    subtitle: inspectedWords(inspection),
    description: description(inspection, misread, images),
    width: Math.max(560, 2 * EDGE + COLUMNS * stepX * scale),
    height: HEAD + 10 + rows * stepY * scale,
    series: 0,
    rules: shading.rules,
    body: [
      drawRasters(
        images.map((image, at) => ({
          ...shading.raster(image.pixels),
          left: stepX * (at % columns),
          top: stepY * Math.floor(at / columns),
        })),
        { left: EDGE, top: HEAD + 8, scale },
        shading.attributes,
      ),
      ...images.map((image, at) => {
        const left = EDGE + stepX * scale * (at % columns);
        const top = HEAD + 8 + stepY * scale * Math.floor(at / columns);
        return around(inspection, misread, image, { left, top }, grid);
      }),
    ],
    notes: [`${note(misread, images.length)} ${shading.words}`.trimEnd()],
  });
}

/** As many as fit, the first ones, and one at least. */
function affordable({ images }: Misread, { raster, attributes }: Shading): MisreadImage[] {
  let bytes = 0;
  return images.filter((image, at) => {
    bytes += rasterBytes(raster(image.pixels), (shade) => attributes(shade) !== undefined);
    return at === 0 || bytes <= MOST_BYTES;
  });
}

function gridOf(inspection: Inspection, { image, images }: Misread): Grid {
  const { width, height } = image;
  const scale = Math.max(1, Math.floor(IMAGE / Math.max(width, height)));
  const stepX = width + Math.ceil(Math.max(GAP, 116 - width * scale) / scale);
  const isNarrow = images.some(
    (each) => textWidth(linesOf(inspection, each).join(' '), 11) > roomOf({ stepX, scale }),
  );
  const caption = CAPTION + (isNarrow ? LINE : 0);
  return { isNarrow, scale, stepX, stepY: height + Math.ceil(caption / scale) };
}

function roomOf({ stepX, scale }: Pick<Grid, 'stepX' | 'scale'>): number {
  return stepX * scale - 8;
}

function linesOf({ classNames }: Inspection, { class: own, answer }: MisreadImage): string[] {
  return [className(own, classNames), `read as ${className(answer, classNames)}`];
}

function around(
  inspection: Inspection,
  { image, score }: Misread,
  each: MisreadImage,
  { left, top }: { left: number; top: number },
  grid: Grid,
): string {
  const [width, height] = [grid.scale * image.width, grid.scale * image.height];
  const words = linesOf(inspection, each);
  const lines = grid.isNarrow ? words : [words.join(' ')];
  const frame = { x: left - 0.5, y: top - 0.5, width: width + 1, height: height + 1 };
  const below = top + height + 14;
  const sure = { ...ink('dim'), 'font-size': '10' };
  return [
    element('rect', { ...ink('axis'), fill: 'none', 'stroke-width': '0.6', ...frame }),
    ...lines.map((line, at) =>
      text(left, below + at * LINE, titled(line, fitted(line, 11, roomOf(grid)))),
    ),
    text(left, below + lines.length * LINE, scoreWords(score, each.score), sure),
  ].join('');
}

function scoreWords(score: Misread['score'], value: number): string {
  return score === 'probability' ? percent(value) : `output ${figure(value)}`;
}

function note({ count, tested }: Misread, drawn: number): string {
  const share = percent(count / tested);
  const which =
    drawn < count
      ? `drawn are the ${counted(drawn, 'image')} of which the network is most sure`
      : 'those of which the network is most sure come first';
  return `${grouped(count)} of ${counted(tested, 'test image')} ${count === 1 ? 'is' : 'are'} misread (${share}); ${which}.`;
}

function description(
  inspection: Inspection,
  { count, tested, score }: Misread,
  images: readonly MisreadImage[],
): string {
  const each = images.map(
    (image) => `${linesOf(inspection, image).join(' ')} (${scoreWords(score, image.score)})`,
  );
  return `${grouped(count)} of ${counted(tested, 'test image')} misread. The most confident: ${each.join('; ')}.`;
}
