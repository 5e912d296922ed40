import type { Misread } from '../inspect/types.js';
import type { Raster } from './chart/raster.js';
import {
  CHANNEL_LEVELS,
  colour,
  colourRule,
  GREYS,
  type GreyScale,
  grey,
  greyRules,
} from './chart/shades.js';

/** How images of bytes become shades. */
export interface Shading {
  raster(pixels: readonly number[]): Raster;
  attributes(shade: number): Record<string, string> | undefined;
  /** For the style sheet. */
  rules: [name: string, property: string, dark: string][];
  /** What black and white mean. */
  words: string;
}

/** Images of three channels in colours, others in greys, of the mean of their channels. */
export function shadingOf(images: Pick<Misread, 'image' | 'images'>): Shading {
  return images.image.channels === 3 ? colours(images) : greys(images);
}

/** Dark images are drawn in ink on the ground, as writing is; light ones as they are. */
function greys({ image, images }: Pick<Misread, 'image' | 'images'>): Shading {
  const { width, height, channels } = image;
  const all = images.flatMap(({ pixels }) => pixels);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const scale: GreyScale = mean < 128 ? 'ink' : 'light';
  const shade = (pixels: readonly number[], at: number) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += pixels[at * channels + channel];
    return Math.round((sum / channels / 255) * (GREYS - 1));
  };
  return {
    raster: (pixels) => ({ width, height, shades: shadesOf(width * height, pixels, shade) }),
    attributes: (level) => grey(level, scale),
    rules: greyRules(scale),
    words:
      scale === 'ink'
        ? 'The lowest values have the colour of the ground, the highest that of ink.'
        : 'The lowest values are black, the highest white.',
  };
}

function colours({ image, images }: Pick<Misread, 'image' | 'images'>): Shading {
  const { width, height } = image;
  const top = CHANNEL_LEVELS - 1;
  const shade = (pixels: readonly number[], at: number) => {
    const level = (channel: number) => Math.round((pixels[3 * at + channel] / 255) * top);
    return (level(0) * CHANNEL_LEVELS + level(1)) * CHANNEL_LEVELS + level(2);
  };
  const raster = (pixels: readonly number[]) => ({
    width,
    height,
    shades: shadesOf(width * height, pixels, shade),
  });
  const used = new Set(images.flatMap(({ pixels }) => raster(pixels).shades));
  return {
    raster,
    attributes: (each) => colour(levelsOf(each)),
    rules: [...used].sort((a, b) => a - b).map((each) => colourRule(levelsOf(each))),
    words: '',
  };
}

function shadesOf(
  count: number,
  pixels: readonly number[],
  shade: (pixels: readonly number[], at: number) => number,
): number[] {
  return Array.from({ length: count }, (_, at) => shade(pixels, at));
}

function levelsOf(shade: number): [number, number, number] {
  const blue = shade % CHANNEL_LEVELS;
  const rest = (shade - blue) / CHANNEL_LEVELS;
  const green = rest % CHANNEL_LEVELS;
  return [(rest - green) / CHANNEL_LEVELS, green, blue];
}
