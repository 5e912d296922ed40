import { CONFIG_SHAPE } from '../config/check.js';
import { keyPaths } from '../config/shape.js';
import { variantColumns } from '../results/diagnostics.js';
import { metricsIn, setsIn } from '../results/measured.js';
import type { AggregateRecord, Results, SetSpreads, VariantRecord } from '../results/schema.js';
import { settingsIn } from '../results/varied.js';
import { type Column, table } from './csv.js';
import { type FlatValue, flatConfig } from './flat-config.js';

/** A variant, everything that it is made and trained with, and how it did. */
interface Row {
  variant: VariantRecord;
  record: AggregateRecord;
  finished: number;
  /** Units of the hidden layers. */
  widths: readonly number[];
  flat: ReadonlyMap<string, FlatValue>;
  /** What its network was scaled to. */
  target: number | undefined;
}

/**
 * variants.csv: a row per variant. First what it is: `variant`, `network`, the label of its `setting` in
 * a list, `params`, `target_params` where networks are scaled, `depth`, `widths`. Then every
 * hyper-parameter by its key, `optimizer.learningRate`, `data.noiseVariance`, in the order of the
 * schema: networks, training, data; a column that no variant of the sweep has is left out, a cell that
 * its variant has not is empty. Then `runs`, `finished`, and median and mean of the final loss and of
 * each metric on every set, then the diagnostics.
 */
export function variantsCsv(results: Results): string {
  const rows = rowsOf(results);
  const lists = rows.some(({ variant }) => variant.hyper.setting !== undefined);
  const scaled = rows.some(({ target }) => target !== undefined);
  return table<Row>(
    [
      { head: 'variant', cell: ({ variant }) => variant.id },
      { head: 'network', cell: ({ variant }) => variant.network },
      ...when(lists, { head: 'setting', cell: ({ variant }) => variant.hyper.setting }),
      { head: 'params', cell: ({ record }) => record.params },
      ...when(scaled, { head: 'target_params', cell: ({ target }) => target }),
      { head: 'depth', cell: ({ widths }) => widths.length },
      { head: 'widths', cell: ({ widths }) => widths.join('-') },
      ...hyperColumns(rows),
      { head: 'runs', cell: ({ record }) => record.seeds },
      { head: 'finished', cell: ({ finished }) => finished },
      ...finalColumns(results),
      ...variantColumns(results).map(({ head, of }) => ({
        head,
        cell: ({ record }: Row) => of(record),
      })),
    ],
    rows,
  );
}

function when(shown: boolean, column: Column<Row>): Column<Row>[] {
  return shown ? [column] : [];
}

function rowsOf(results: Results): Row[] {
  const { variants, aggregate, networks, runs } = results;
  const settings = settingsIn(results);
  const perSetting = Math.max(1, settings[0].config.networks.hidden.length);
  const layers = new Map(networks.map((network) => [network.id, network.layers]));
  const finished = new Map<string, number>();
  for (const { variant, status } of runs) {
    finished.set(variant, (finished.get(variant) ?? 0) + Number(status === 'done'));
  }
  return aggregate.map((record, at): Row => {
    const variant = variants[at];
    // Setting by setting, the networks of the list in each.
    const { config, params } = settings[Math.floor(at / perSetting)] ?? settings[0];
    return {
      variant,
      record,
      finished: finished.get(variant.id) ?? 0,
      widths: (layers.get(variant.network) ?? []).slice(0, -1).map(({ units }) => units),
      flat: flatConfig(config, at % perSetting),
      target: params,
    };
  });
}

/** In the order of the schema; keys that it does not know (of rows in memory) last. */
function hyperColumns(rows: readonly Row[]): Column<Row>[] {
  const used = new Set(rows.flatMap(({ flat }) => [...flat.keys()]));
  const known = keyPaths(CONFIG_SHAPE);
  const ordered = ['networks', 'training', 'data'].flatMap((section) =>
    known.filter((path) => path.startsWith(`${section}.`)),
  );
  return [...new Set([...ordered, ...used])]
    .filter((path) => used.has(path))
    .map((path) => ({
      head: path.replace(/^(networks|training)\./, ''),
      cell: ({ flat }) => flat.get(path),
    }));
}

/** `train_median`, `train_mean`, …, `test_accuracy_mean`. */
function finalColumns(results: Results): Column<Row>[] {
  const sets = setsIn(results);
  const both = (suffix: string, of: (record: AggregateRecord) => SetSpreads | undefined) =>
    sets.flatMap((set) =>
      (['median', 'mean'] as const).map(
        (statistic): Column<Row> => ({
          head: `${set}${suffix}_${statistic}`,
          cell: ({ record }) => of(record)?.[set]?.[statistic],
        }),
      ),
    );
  return [
    ...both('', (record) => record),
    ...metricsIn(results).flatMap((name) => both(`_${name}`, ({ metrics }) => metrics[name])),
  ];
}
