/** Text that Markdown and HTML leave alone, on one line. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\\</g, '&lt;')
    .replace(/\\>/g, '&gt;');
}

/** A table; columns to the left or to the right. */
export function markdownTable(
  head: readonly string[],
  sides: readonly ('l' | 'r')[],
  rows: readonly (readonly string[])[],
): string {
  const rule = sides.map((side) => (side === 'l' ? '---' : '---:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
