import { lossName } from '../results/loss-noun.js';
import { METRICS, metricsIn, type SetName, setsIn, statisticOf } from '../results/measured.js';
import { bestNetwork } from '../results/observations/metric.js';
import { REFERENCE_NAMES, recordedLines, referenceLabel } from '../results/reference-lines.js';
import type {
  AggregateRecord,
  MetricName,
  Results,
  SetSpreads,
  Spread,
} from '../results/schema.js';
import { figure, grouped, percent } from '../results/wording.js';
import { deadRuns } from './dead-runs.js';
import { escaped, markdownTable } from './markdown.js';

type Write = (value: number | null | undefined) => string;

/** The final losses of every network, and of predictors that need none. */
export function lossTable(results: Results): string {
  const lines = recordedLines(results.observations);
  const sets = tableSets(results);
  const loss = lossName(results.config);
  return markdownTable(
    ['network', 'params', 'finished', ...sets],
    ['l', 'r', 'r', ...sets.map(() => 'r' as const)],
    [
      ...results.aggregate.map((record) => [
        escaped(record.variant),
        grouped(record.params),
        finished(results, record),
        ...spreads(record, sets, figure),
      ]),
      ...REFERENCE_NAMES.flatMap((name) => {
        const line = lines[name];
        if (line === undefined) return [];
        const errors: Partial<Record<SetName, number | null>> = { ...line };
        const cells = sets.map((set) => (set === 'validation' ? '' : figure(errors[set])));
        return [[`*${referenceLabel(name, loss)}*`, '', '', ...cells]];
      }),
    ],
  );
}

const METRIC_HEADS: Record<MetricName, string> = {
  accuracy: 'accuracy',
  mae: 'mean absolute error',
  r2: 'R²',
};

/** What is measured beside the loss: a section with a table each. */
export function metricSections(results: Results): string[] {
  const sets = tableSets(results);
  const statistic = statisticOf(results);
  const measured = metricsIn(results);
  return METRICS.filter((name) => measured.includes(name)).flatMap((name) => [
    `## Final ${METRIC_HEADS[name]}`,
    ...(statistic === 'mean'
      ? ['Mean [first quartile, third quartile] over seeds and folds.']
      : []),
    markdownTable(
      ['network', ...sets],
      ['l', ...sets.map(() => 'r' as const)],
      results.aggregate.map((record) => [
        escaped(record.variant),
        ...spreads(record.metrics[name], sets, name === 'accuracy' ? percent : figure, statistic),
      ]),
    ),
  ]);
}

/** Beyond it the table is left to classes.csv. */
const MOST_CLASSES = 20;

/** How the best network does on every class; nothing where there are none. */
export function classSection(results: Results): string[] {
  const best = bestNetwork(results, 'accuracy')?.record;
  const { variant, classes } = best ?? {};
  if (variant === undefined || classes === undefined || classes.length > MOST_CLASSES) return [];
  return [
    `## Classes of ${escaped(variant)}`,
    'The test samples of all finished runs of the best network, added up.',
    markdownTable(
      ['class', 'precision', 'recall', 'F1', 'samples'],
      ['l', 'r', 'r', 'r', 'r'],
      classes.map(({ name, precision, recall, f1, support }) => [
        escaped(name),
        percent(precision),
        percent(recall),
        figure(f1),
        grouped(support),
      ]),
    ),
  ];
}

function tableSets(results: Results): readonly SetName[] {
  const sets = setsIn(results);
  return sets.length === 0 ? ['train', 'test'] : sets;
}

function spreads(
  of: SetSpreads | undefined,
  sets: readonly SetName[],
  write: Write,
  statistic: 'mean' | 'median' = 'median',
): string[] {
  return sets.map((set) => spread(of?.[set], write, statistic));
}

function spread(of: Spread | undefined, write: Write, statistic: 'mean' | 'median'): string {
  return `${write(of?.[statistic])} [${write(of?.q1)}, ${write(of?.q3)}]`;
}

function finished(results: Results, { variant, seeds }: AggregateRecord): string {
  const done = results.runs.filter((run) => run.variant === variant && run.status === 'done');
  const dead = done.filter(deadRuns(results)).length;
  return `${done.length} of ${seeds}${dead > 0 ? `, ${dead} dead` : ''}`;
}
