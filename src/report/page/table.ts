import { TOLD_BY_NETWORK } from '../../plan/hyper-label.js';
import { lossName } from '../../results/loss-noun.js';
import { METRICS, metricsIn, setsIn, statisticOf } from '../../results/measured.js';
import { REFERENCE_NAMES, recordedLines, referenceLabel } from '../../results/reference-lines.js';
import type { AggregateRecord, Results, SetSpreads, Spread } from '../../results/schema.js';
import { variedAxes } from '../../results/varied.js';
import { figure, grouped, percent } from '../../results/wording.js';
import { axisTitle } from '../axis-words.js';
import { deadRuns } from '../dead-runs.js';
import { lossWord, unfinishedWords } from '../words.js';
import { escaped, tag } from './html.js';

interface Column {
  head: string;
  /** Of a second row of heads: what several columns measure. */
  group?: string;
  isText?: boolean;
  cell(record: AggregateRecord, at: number): { text: string; small?: string; value?: unknown };
}

/** Every variant of the page with its final values, as a table that the script can sort. */
export function tableSection(results: Results, note: string): string {
  const columns = columnsOf(results);
  const head = columns.map(({ head, group, isText }) =>
    tag('th', { scope: 'col', class: isText ? 'text' : undefined }, [
      escaped(head),
      ...(group === undefined ? [] : [tag('small', {}, escaped(group))]),
    ]),
  );
  const rows = results.aggregate.map((record, at) =>
    tag(
      'tr',
      { 'data-variant': at },
      columns.map((column) => cellElement(column, record, at)),
    ),
  );
  const statistic = statisticOf(results) === 'mean' ? ', of metrics the mean' : '';
  return tag('section', { id: 'table', 'aria-labelledby': 'table-head' }, [
    tag('h2', { id: 'table-head' }, 'Final values'),
    tag(
      'p',
      { class: 'note' },
      escaped(
        `Medians over the finished runs${statistic}, first and third quartile in brackets. ${note}`.trim(),
      ),
    ),
    tag(
      'div',
      { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'Table of final values' },
      [
        tag('table', { class: 'sortable' }, [
          tag('thead', {}, tag('tr', {}, head)),
          tag('tbody', {}, rows),
          tag('tfoot', {}, referenceRows(results, columns)),
        ]),
      ],
    ),
  ]);
}

function cellElement(column: Column, record: AggregateRecord, at: number): string {
  const { text, small, value } = column.cell(record, at);
  const content = [
    escaped(text),
    ...(small === undefined ? [] : [tag('small', {}, escaped(small))]),
  ];
  const sortBy = value === undefined || value === null ? undefined : String(value);
  return column.head === 'network'
    ? tag('th', { scope: 'row', class: 'text' }, content)
    : tag('td', { class: column.isText ? 'text' : undefined, 'data-value': sortBy }, content);
}

function columnsOf(results: Results): Column[] {
  const variants = new Map(results.variants.map((variant) => [variant.id, variant]));
  const sets = setsIn(results);
  const runs = new Map<string, Results['runs']>();
  for (const run of results.runs) runs.set(run.variant, [...(runs.get(run.variant) ?? []), run]);
  const isDead = deadRuns(results);
  const hyper = variedAxes(results)
    .map(({ name }) => name)
    .filter((name) => !TOLD_BY_NETWORK.has(name));
  const spreads = (
    group: string,
    of: (record: AggregateRecord) => SetSpreads | undefined,
    write: (value: number | null | undefined) => string,
    statistic: 'mean' | 'median',
  ): Column[] =>
    sets.map((set) => ({
      head: set,
      group,
      cell: (record) => spreadCell(of(record)?.[set], write, statistic),
    }));
  return [
    {
      head: 'network',
      isText: true,
      cell: ({ variant }) => ({ text: variants.get(variant)?.network ?? variant }),
    },
    ...hyper.map((name): Column => {
      const isText = results.variants.some(({ hyper: own }) => typeof own[name] === 'string');
      return {
        head: axisTitle({ name }),
        isText,
        cell: ({ variant }) => {
          const value = variants.get(variant)?.hyper[name];
          return { text: value === undefined ? '' : String(value), value };
        },
      };
    }),
    { head: 'parameters', cell: ({ params }) => ({ text: grouped(params), value: params }) },
    { head: 'finished', cell: ({ variant }) => finishedCell(runs.get(variant) ?? [], isDead) },
    ...spreads(`loss (${lossWord(results)})`, (record) => record, figure, 'median'),
    ...METRICS.filter((name) => metricsIn(results).includes(name)).flatMap((name) =>
      spreads(
        { accuracy: 'accuracy', mae: 'MAE', r2: 'R²' }[name],
        ({ metrics }) => metrics[name],
        name === 'accuracy' ? percent : figure,
        statisticOf(results),
      ),
    ),
  ];
}

function finishedCell(runs: Results['runs'], isDead: (run: Results['runs'][number]) => boolean) {
  const lost = runs.filter(({ status }) => status !== 'done');
  const dead = runs.filter(isDead).length;
  const words = [unfinishedWords(lost, runs.length), dead > 0 ? `${dead} dead` : '']
    .filter((word) => word !== '')
    .join(', ');
  const done = runs.length - lost.length;
  return {
    text: `${done} of ${runs.length}`,
    ...(words !== '' && { small: words }),
    value: done / Math.max(1, runs.length),
  };
}

function spreadCell(
  spread: Spread | undefined,
  write: (value: number | null | undefined) => string,
  statistic: 'mean' | 'median',
) {
  const value = spread?.[statistic];
  return { text: write(value), small: `[${write(spread?.q1)}, ${write(spread?.q3)}]`, value };
}

/** What needs no network: only the loss of it is known. */
function referenceRows(results: Results, columns: readonly Column[]): string[] {
  const lines = recordedLines(results.observations);
  const loss = lossName(results.config);
  const group = `loss (${lossWord(results)})`;
  return REFERENCE_NAMES.flatMap((name) => {
    const line = lines[name];
    if (line === undefined) return [];
    const cells = columns.slice(1).map((column) => {
      const known = column.group === group && (column.head === 'train' || column.head === 'test');
      return tag('td', {}, known ? escaped(figure(line[column.head as 'train' | 'test'])) : '');
    });
    const label = escaped(referenceLabel(name, loss));
    return [tag('tr', {}, [tag('th', { scope: 'row', class: 'text' }, label), ...cells])];
  });
}
