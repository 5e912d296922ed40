import type { Diagnostics } from '../config/types.js';
import type { BiasVariance } from '../stats/bias-variance.js';
import { type Spread, spread } from '../stats/spread.js';
import { classRecords, sumMatrices } from './classes.js';
import { variantDiagnostics } from './diagnostics.js';
import type {
  AggregateRecord,
  MetricName,
  NetworkRecord,
  RunRecord,
  SetSpreads,
  SetValues,
  VariantRecord,
} from './schema.js';

/**
 * One record per variant, in their order. Spreads are over the finished runs (`done`): a run that
 * was interrupted ended at another epoch and is not comparable. `seeds` counts all runs, every fold
 * of a seed for itself.
 *
 * @param classNames where classes have names.
 * @param diagnostics what is measured beside.
 * @param splits bias and variance, by id of the variant.
 */
export function aggregate(
  networks: readonly NetworkRecord[],
  variants: readonly VariantRecord[],
  runs: readonly RunRecord[],
  classNames?: readonly string[],
  diagnostics?: Diagnostics,
  splits?: ReadonlyMap<string, BiasVariance>,
): AggregateRecord[] {
  const params = new Map(networks.map((network) => [network.id, network.params]));
  return variants.map((variant) => {
    const own = runs.filter((run) => run.variant === variant.id);
    const done = own.filter((run) => run.status === 'done');
    const names = [...new Set(own.flatMap((run) => Object.keys(run.metrics) as MetricName[]))];
    const measured = diagnostics && variantDiagnostics(done, diagnostics, splits?.get(variant.id));
    const confusion = sumMatrices(done.flatMap((run) => (run.confusion ? [run.confusion] : [])));
    return {
      variant: variant.id,
      params: params.get(variant.network) ?? unknownNetwork(variant),
      seeds: own.length,
      ...spreads(own, done, ({ final }) => final),
      metrics: Object.fromEntries(
        names.map((name) => [name, spreads(own, done, ({ metrics }) => metrics[name]?.final)]),
      ),
      ...(confusion && { confusion, classes: classRecords(confusion, classNames) }),
      ...(measured && { diagnostics: measured }),
    };
  });
}

/** Validation values exist, finished or not, in every run of a sweep or in none. */
function spreads(
  own: readonly RunRecord[],
  done: readonly RunRecord[],
  finalOf: (run: RunRecord) => SetValues | undefined,
): SetSpreads {
  const of = (set: keyof SetValues): Spread =>
    spread(done.map((run) => finalOf(run)?.[set] ?? null));
  const validated = own.some((run) => finalOf(run)?.validation !== undefined);
  return {
    train: of('train'),
    ...(validated && { validation: of('validation') }),
    test: of('test'),
  };
}

function unknownNetwork(variant: VariantRecord): never {
  throw new Error(`variant ${variant.id} names the network ${variant.network}, which is not there`);
}
