import { printable } from '../../config/text.js';
import { nameOf } from '../../config/types.js';
import type { Evaluation } from '../../embed/evaluate-model.js';
import type { Measure } from '../../model/origin.js';
import { grouped, percent } from '../../results/wording.js';

/** A larger matrix is no longer looked at. */
const MOST_CLASSES = 20;
const LONGEST_NAME = 20;

/** How a model does, for the terminal: numbers as results.json has them, then the matrix. */
export function scoreText(
  { loss, metrics, confusion }: Evaluation,
  measure: Measure,
  rows: number,
  classNames: readonly string[],
): string {
  const { accuracy } = metrics;
  const lines = [
    ['rows', grouped(rows)],
    ['loss', `${loss} (${nameOf(measure.loss)})`],
    ...(accuracy === undefined
      ? [
          ['MAE', String(metrics.mae)],
          ['R²', String(metrics.r2)],
        ]
      : [['accuracy', `${accuracy} (${percent(accuracy)})`]]),
  ].map(([name, value]) => `${name.padEnd(10)}${value}\n`);
  return `${lines.join('')}${confusion ? matrixText(confusion, classNames) : ''}`;
}

/** A row for every class, a column for every answer. */
function matrixText(matrix: readonly number[][], classNames: readonly string[]): string {
  if (matrix.length > MOST_CLASSES) return '';
  const names = classNames.map((name) => {
    const text = printable(name);
    return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
  });
  const rows = [
    ['class \\ answer', ...names],
    ...matrix.map((row, k) => [names[k], ...row.map(grouped)]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  );
  return `\n${lines.join('\n')}\n`;
}
