import { fitted, textWidth } from './svg.js';

/**
 * The lines of a text that fits a width, broken at spaces; longer words are cut. Of more lines than
 * `most` the last ends in an ellipsis.
 */
export function wrapped(
  content: string,
  fontSize: number,
  width: number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  const words = content.split(' ');
  for (const [at, word] of words.entries()) {
    const last = lines[lines.length - 1];
    const longer = `${last} ${word}`;
    if (last !== undefined && textWidth(longer, fontSize) <= width) {
      lines[lines.length - 1] = longer;
    } else if (lines.length < most) {
      lines.push(fitted(word, fontSize, width));
    } else {
      lines[lines.length - 1] = fitted(`${last} ${words.slice(at).join(' ')}`, fontSize, width);
      break;
    }
  }
  return lines;
}
