import type { Manifest } from '../results/manifest.js';
import type { Results, Spread } from '../results/schema.js';
import { figure, grouped } from '../results/wording.js';

/**
 * The results as a terminal shows them: a table of the networks, then what was observed.
 *
 * @param width to wrap sentences at; Infinity where no terminal shows them.
 */
export function summaryText({ aggregate, observations }: Results, width: number): string {
  const rows = [
    ['network', 'parameters', 'train MSE', 'test MSE'],
    ...aggregate.map((record) => [
      record.variant,
      grouped(record.params),
      spread(record.train),
      spread(record.test),
    ]),
  ];
  const table = aligned(rows);
  const sentences = observations.flatMap(({ text }) => wrapped(text, width));
  return `${[...table, '', ...sentences].join('\n')}\n`;
}

/** `2 threads, parallel efficiency 97 %, idle 3 %` */
export function threadsLine({ threads, parallelEfficiency }: Manifest): string {
  const busy = Math.round(Math.min(1, Math.max(0, parallelEfficiency)) * 100);
  const plural = threads === 1 ? '' : 's';
  return `${threads} thread${plural}, parallel efficiency ${busy} %, idle ${100 - busy} %`;
}

function spread({ median, q1, q3 }: Spread): string {
  if (median === null) return figure(median);
  return `${figure(median)} [${figure(q1)}, ${figure(q3)}]`;
}

/** Columns as wide as their widest cell; the second holds numbers and stands right. */
function aligned(rows: string[][]): string[] {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)));
  return rows.map((row) =>
    row
      .map((cell, c) => (c === 1 ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
      .join('  ')
      .trimEnd(),
  );
}

/** A list item: its lines break between words. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '-';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > width && line.trim() !== '') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
