import type { ImageShape } from '../data/table.js';
import type { ImageSize } from './types.js';

/** Larger images are made smaller: in a grid of them nobody sees more. */
const MOST_PIXELS = 64;

/** The size in which images are kept. */
export function imageSize({ height, width, channels }: ImageShape): ImageSize {
  const shrunk = Math.ceil(Math.max(height, width) / MOST_PIXELS);
  return {
    height: Math.ceil(height / shrunk),
    width: Math.ceil(width / shrunk),
    channels,
    shrunk,
  };
}

/** An image in that size: means of squares of pixels, which the last row and column may cut. */
export function shrinkImage(
  values: ArrayLike<number>,
  at: number,
  shape: ImageShape,
  { height, width, channels, shrunk }: ImageSize,
): Float64Array {
  const image = new Float64Array(height * width * channels);
  for (let i = 0; i < image.length; i++) {
    const channel = i % channels;
    const column = ((i - channel) / channels) % width;
    const row = Math.floor(i / (channels * width));
    const [top, left] = [row * shrunk, column * shrunk];
    const bottom = Math.min(top + shrunk, shape.height);
    const right = Math.min(left + shrunk, shape.width);
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++)
        sum += values[at + (y * shape.width + x) * channels + channel];
    }
    image[i] = sum / ((bottom - top) * (right - left));
  }
  return image;
}
