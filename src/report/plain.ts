/** A table in columns: those named to the left, the others to the right. */
export function aligned(rows: readonly string[][], toLeft: readonly number[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        toLeft.includes(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** A bullet and lines that fit the terminal. */
export function bullet(sentence: string, width: number): string[] {
  const lines: string[] = [];
  let line = '-';
  for (const word of sentence.split(' ')) {
    if (line.length + 1 + word.length > width && line.trim() !== '-') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/** Without control characters: a name must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}
