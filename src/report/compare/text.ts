import type { Comparison } from '../../compare/types.js';
import { aligned, bullet, printable } from '../plain.js';
import { comparisonWords, type SectionWords } from './words.js';

const LONGEST_CELL = 48;

/**
 * A comparison for the terminal.
 *
 * @param width at which sentences break; Infinity where no terminal shows them.
 */
export function comparisonText(comparison: Comparison, width = Number.POSITIVE_INFINITY): string {
  const { runs, differences, sections, verdicts } = comparisonWords(comparison);
  const blocks = [
    aligned(
      runs.map(({ letter, label, words }) => [letter, printable(label), words]),
      [0, 1, 2],
    ),
    differences.length === 0
      ? ['The configs do not differ.']
      : aligned(
          [['differs', ...runs.map(({ letter }) => letter)], ...differences].map((row) =>
            row.map((cell) => shortened(printable(cell))),
          ),
          [0, ...runs.map((_, at) => at + 1)],
        ),
    ...sections.map((section) => sectionLines(section, width)),
    verdicts.flatMap(({ letter, text }) => bullet(printable(`${letter}: ${text}`), width)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function sectionLines(section: SectionWords, width: number): string[] {
  const { title, basis, head, rows, left, conclusion, notes } = section;
  const cells = [head, ...rows].map((row) => row.map((cell) => shortened(printable(cell))));
  return [
    printable(title),
    ...(rows.length === 0 ? [] : aligned(cells, left)),
    ...[conclusion, ...notes, ...(rows.length === 0 ? [] : [basis])].flatMap((text) =>
      bullet(printable(text), width),
    ),
  ];
}

function shortened(cell: string): string {
  return cell.length <= LONGEST_CELL ? cell : `${cell.slice(0, LONGEST_CELL - 1)}…`;
}
