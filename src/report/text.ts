import { TOLD_BY_NETWORK } from '../plan/hyper-label.js';
import { metricsIn, statisticOf } from '../results/measured.js';
import type { AggregateRecord, Results, Spread } from '../results/schema.js';
import { variedAxes } from '../results/varied.js';
import { figure, grouped, percent } from '../results/wording.js';
import { aligned, bullet, printable } from './plain.js';

const LINE = 88;
const LONGEST_NAME = 28;

/**
 * What the terminal shows at the end: a table of the errors, then the observations.
 *
 * @param width at which sentences break; Infinity where no terminal shows them.
 */
export function shortSummary(results: Results, width: number = LINE): string {
  const sentences = results.observations.flatMap(({ text }) => bullet(printable(text), width));
  return `${[...table(results), '', ...sentences].join('\n')}\n`;
}

function table(results: Results): string[] {
  const unfinished = results.runs.some((run) => run.status !== 'done');
  const classes = metricsIn(results).includes('accuracy');
  const hyper = variedAxes(results)
    .map(({ name }) => name)
    .filter((name) => !TOLD_BY_NETWORK.has(name));
  const variants = new Map(results.variants.map((variant) => [variant.id, variant]));
  const head = ['network', ...hyper, 'params', 'train', '[q1, q3]', 'test', '[q1, q3]'];
  const more = [...(classes ? ['test accuracy'] : []), ...(unfinished ? ['finished'] : [])];
  const rows = results.aggregate.map((record) => [
    shortened(printable(variants.get(record.variant)?.network ?? record.variant)),
    ...hyper.map((name) =>
      shortened(printable(String(variants.get(record.variant)?.hyper[name] ?? ''))),
    ),
    grouped(record.params),
    figure(record.train.median),
    quartiles(record.train),
    figure(record.test.median),
    quartiles(record.test),
    ...(classes ? [percent(record.metrics.accuracy?.test[statisticOf(results)])] : []),
    ...(unfinished ? [finished(results, record)] : []),
  ]);
  return aligned([[...head, ...more], ...rows], [0, hyper.length + 3, hyper.length + 5]);
}

function quartiles({ q1, q3 }: Spread): string {
  return `[${figure(q1)}, ${figure(q3)}]`;
}

function finished(results: Results, { variant, seeds }: AggregateRecord): string {
  const done = results.runs.filter((run) => run.variant === variant && run.status === 'done');
  return `${done.length} of ${seeds}`;
}

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}
