import { lossName } from '../results/loss-noun.js';
import { metricsIn, type SetName, setsIn } from '../results/measured.js';
import { REFERENCE_NAMES, recordedLines, referenceLabel } from '../results/reference-lines.js';
import type { Results, RunRecord, RunStatus, Spread } from '../results/schema.js';
import { meanBootstrap } from '../stats/bootstrap.js';
import { type Interval, meanInterval } from '../stats/interval.js';
import { finite } from '../stats/quantile.js';
import { sampleOf } from '../stats/sample.js';
import { type Column, table } from './csv.js';
import { deadRuns } from './dead-runs.js';
import { LOSS, type Measure, metricMeasure } from './measure.js';

/** What is measured of a variant on a set, over its runs. */
interface Row {
  kind: 'network' | 'reference';
  name: string;
  network?: string;
  params?: number;
  measure: string;
  set: SetName;
  counts?: Record<RunStatus | 'runs' | 'dead', number>;
  values: number[];
  spread?: Spread;
  median: number | null;
}

/**
 * aggregate.csv: what figures against size or another axis show. A row per variant, measure and set:
 * how many runs there are, how each of them ended, and how many of the finished are dead; over the finished ones `n` finite values, their
 * median, quartiles, mean and extremes, and two intervals of the mean at 95 %, Student's t and the
 * bootstrap of percentiles (2,000 resamples). Below them the reference predictors, medians over the
 * datasets.
 */
export function aggregateCsv(results: Results): string {
  const bootstrap = bootstrapOf();
  const spread = (key: keyof Spread): Column<Row> => ({
    head: key,
    cell: (row) => (key === 'median' ? row.median : row.spread?.[key]),
  });
  const count = (key: RunStatus | 'runs' | 'dead', head: string = key): Column<Row> => ({
    head,
    cell: ({ counts }) => counts?.[key],
  });
  const intervals = new Map<Row, { t?: Interval; bootstrap?: Interval }>();
  const rows = [...variantRows(results), ...referenceRows(results)];
  for (const row of rows) {
    if (row.values.length < 2) continue;
    const { values } = row;
    intervals.set(row, { t: meanInterval(sampleOf(values)), bootstrap: bootstrap(values) });
  }
  const bound = (kind: 't' | 'bootstrap', end: keyof Interval): Column<Row> => ({
    head: `${kind}_${end}`,
    cell: (row) => intervals.get(row)?.[kind]?.[end],
  });
  return table<Row>(
    [
      { head: 'kind', cell: ({ kind }) => kind },
      { head: 'variant', cell: ({ name }) => name },
      { head: 'network', cell: ({ network }) => network },
      { head: 'params', cell: ({ params }) => params },
      { head: 'measure', cell: ({ measure }) => measure },
      { head: 'set', cell: ({ set }) => set },
      count('runs'),
      count('done', 'finished'),
      count('diverged'),
      count('failed'),
      count('interrupted'),
      count('dead'),
      { head: 'n', cell: ({ kind, values }) => (kind === 'network' ? values.length : undefined) },
      ...(['median', 'q1', 'q3', 'mean', 'low', 'high'] as const).map(spread),
      bound('t', 'low'),
      bound('t', 'high'),
      bound('bootstrap', 'low'),
      bound('bootstrap', 'high'),
    ],
    rows,
  );
}

function variantRows(results: Results): Row[] {
  const own = new Map<string, RunRecord[]>(results.variants.map(({ id }) => [id, []]));
  for (const run of results.runs) own.get(run.variant)?.push(run);
  const measures: [string, Measure][] = [
    ['loss', LOSS],
    ...metricsIn(results).map((name): [string, Measure] => [name, metricMeasure(name)]),
  ];
  const isDead = deadRuns(results);
  return results.aggregate.flatMap((record, at) => {
    const runs = own.get(record.variant) ?? [];
    const counts = countsOf(runs, isDead);
    const done = runs.filter(({ status }) => status === 'done');
    return measures.flatMap(([measure, of]) =>
      setsIn(results).flatMap((set): Row[] => {
        const spread = of.spreads(record)?.[set];
        if (spread === undefined) return [];
        return [
          {
            kind: 'network',
            name: record.variant,
            network: results.variants[at].network,
            params: record.params,
            measure,
            set,
            counts,
            values: finite(done.map((run) => of.final(run)?.[set] ?? null)),
            spread,
            median: spread.median,
          },
        ];
      }),
    );
  });
}

function countsOf(
  runs: readonly RunRecord[],
  isDead: (run: RunRecord) => boolean,
): Row['counts'] & object {
  const dead = runs.filter(isDead).length;
  const counts = { runs: runs.length, done: 0, diverged: 0, failed: 0, interrupted: 0, dead };
  for (const { status } of runs) counts[status] += 1;
  return counts;
}

function referenceRows({ observations, config }: Results): Row[] {
  const lines = recordedLines(observations);
  return REFERENCE_NAMES.flatMap((name) =>
    (['train', 'test'] as const).flatMap((set): Row[] => {
      const line = lines[name];
      if (line === undefined) return [];
      const label = referenceLabel(name, lossName(config));
      const median = line[set];
      return [{ kind: 'reference', name: label, measure: 'loss', set, values: [], median }];
    }),
  );
}

/** Lists of equal length share their draws. */
function bootstrapOf(): (values: readonly number[]) => Interval {
  const byLength = new Map<number, (values: ArrayLike<number>) => Interval>();
  return (values) => {
    const known = byLength.get(values.length) ?? meanBootstrap(values.length);
    byLength.set(values.length, known);
    return known(values);
  };
}
