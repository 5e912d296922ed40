import { fitted, textWidth } from './svg.js';

/** Where a line may end: after a space; of names after a hyphen and the like, too. */
const AT_SPACES = /(?<= )/;
const IN_NAMES = /(?<=[ \-/,=:])/;

/** The lines of a text that fits a width, broken at spaces; longer words are cut. */
export function wrapped(content: string, fontSize: number, width: number): string[] {
  return linesOf(content.split(AT_SPACES), fontSize, width, Number.POSITIVE_INFINITY);
}

/** The lines of a name, broken at hyphens, too; of more than `most` the last ends in an ellipsis. */
export function wrappedName(
  content: string,
  fontSize: number,
  width: number,
  most: number,
): string[] {
  return linesOf(namePieces(content), fontSize, width, most);
}

/** What of a name stays together. */
export function namePieces(content: string): string[] {
  return content.split(IN_NAMES);
}

function linesOf(
  pieces: readonly string[],
  fontSize: number,
  width: number,
  most: number,
): string[] {
  const lines: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last}${piece}`.trimEnd(), fontSize) <= width) {
      lines[lines.length - 1] = `${last}${piece}`;
    } else if (lines.length < most) {
      lines.push(
        textWidth(piece.trimEnd(), fontSize) <= width ? piece : fitted(piece, fontSize, width),
      );
    } else {
      lines[lines.length - 1] = fitted(`${last}${pieces.slice(at).join('')}`, fontSize, width);
      break;
    }
  }
  return lines.map((line) => line.trimEnd());
}
