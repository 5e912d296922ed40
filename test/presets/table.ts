import { figure, grouped, percent } from '../../src/results/wording.js';
import type { Expected, ExpectedVariant } from './record.js';

const BEGIN = '<!-- preset:table -->';
const END = '<!-- /preset:table -->';

/** The page of a preset with its table of results in place. */
export function withTable(page: string, expected: Expected): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest.split(END)[1];
  return `${before}${BEGIN}\n${tableOf(expected)}\n${END}${after}`;
}

function tableOf({ variants }: Expected): string {
  const classes = variants.some(({ testAccuracy }) => testAccuracy);
  const head = ['variant', 'params', 'training loss', 'test loss'];
  const heads = classes ? [...head, 'training accuracy', 'test accuracy'] : head;
  const rows = variants.map((variant) => [
    variant.variant.replaceAll('|', '\\|'),
    grouped(variant.params),
    ...[variant.train, variant.test].map(
      ({ median, q1, q3 }) => `${figure(median)} [${figure(q1)}, ${figure(q3)}]`,
    ),
    ...(classes ? [accuracy(variant.trainAccuracy), accuracy(variant.testAccuracy)] : []),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|---|${heads
    .slice(1)
    .map(() => '---:|')
    .join('')}`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

function accuracy(range: ExpectedVariant['testAccuracy']): string {
  if (!range) return '–';
  return `${percent(range.mean)} (${percent(range.low)} to ${percent(range.high)})`;
}
