import { allSwitches } from '../config/diagnostics.js';
import type { Diagnostics, SweepConfig } from '../config/types.js';
import type { BiasVariance } from '../stats/bias-variance.js';
import { spread } from '../stats/spread.js';
import type { AggregateRecord, Results, RunRecord, VariantDiagnostics } from './schema.js';

/** What is measured of a run beside losses and metrics. */
export interface RunMeasure {
  name: keyof Omit<VariantDiagnostics, 'biasVariance'>;
  by: keyof Diagnostics;
  /** Of a column in CSV. */
  head: string;
  of(run: RunRecord): number | null;
}

/** In the order in which they are written. */
export const RUN_MEASURES: readonly RunMeasure[] = [
  { name: 'gap', by: 'gap', head: 'gap', of: gapOf },
  { name: 'weightNorm', by: 'norm', head: 'weight_norm', of: field('weightNorm') },
  { name: 'parameterNorm', by: 'norm', head: 'parameter_norm', of: field('parameterNorm') },
  {
    name: 'effectiveParameters',
    by: 'jacobian',
    head: 'effective_parameters',
    of: field('effectiveParameters'),
  },
  { name: 'eigenvalueRatio', by: 'jacobian', head: 'eigenvalue_ratio', of: ratioOf },
];

function gapOf({ final }: RunRecord): number | null {
  return final.test === null || final.train === null ? null : final.test - final.train;
}

function field(name: keyof NonNullable<RunRecord['diagnostics']>) {
  return ({ diagnostics }: RunRecord): number | null => diagnostics?.[name] ?? null;
}

function ratioOf({ diagnostics }: RunRecord): number | null {
  const { largestEigenvalue: largest, smallestEigenvalue: smallest } = diagnostics ?? {};
  if (largest == null || smallest == null || largest === 0) return null;
  return smallest / largest;
}

/** The switches of a sweep. */
export function diagnosticsIn({ config }: Pick<Results, 'config'>): Diagnostics {
  return allSwitches((config as unknown as SweepConfig).diagnostics);
}

/** Over the finished runs of a variant; undefined where nothing is asked for. */
export function variantDiagnostics(
  done: readonly RunRecord[],
  switches: Diagnostics,
  split?: BiasVariance,
): VariantDiagnostics | undefined {
  const shown = RUN_MEASURES.filter(({ by }) => switches[by]);
  if (shown.length === 0 && !split) return undefined;
  return {
    ...Object.fromEntries(shown.map(({ name, of }) => [name, spread(done.map(of))])),
    ...(split && { biasVariance: split }),
  };
}

/** Columns of a table of runs. */
export function runColumns(results: Pick<Results, 'config'>): RunMeasure[] {
  const switches = diagnosticsIn(results);
  return RUN_MEASURES.filter(({ by }) => switches[by]);
}

/** Columns of a table of variants: medians, then bias and variance where anything has them. */
export function variantColumns(results: Pick<Results, 'config' | 'aggregate'>) {
  const medians = runColumns(results).map(({ name, head }) => ({
    head: `${head}_median`,
    of: ({ diagnostics }: AggregateRecord) => diagnostics?.[name]?.median,
  }));
  if (!splitsIn(results)) return medians;
  const split = (head: string, key: 'squaredBias' | 'variance') => ({
    head,
    of: ({ diagnostics }: AggregateRecord) => diagnostics?.biasVariance?.[key],
  });
  return [...medians, split('squared_bias', 'squaredBias'), split('variance', 'variance')];
}

/** Whether any variant has its error split. */
export function splitsIn({ aggregate }: Pick<Results, 'aggregate'>): boolean {
  return aggregate.some(({ diagnostics }) => diagnostics?.biasVariance !== undefined);
}
