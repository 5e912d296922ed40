import { allSwitches } from '../config/diagnostics.js';
import type { SweepConfig } from '../config/types.js';
import type { BiasVariance } from '../stats/bias-variance.js';
import { aggregate } from './aggregate.js';
import { configHash } from './hash.js';
import { observe } from './observe.js';
import type {
  DatasetRecord,
  NetworkRecord,
  References,
  Results,
  RunRecord,
  VariantRecord,
} from './schema.js';

/** What the stages of a sweep hand over. Runs may come in any order. */
export interface ResultParts {
  config: SweepConfig;
  /** The config as `describeConfig` gives it. */
  described: Record<string, unknown>;
  datasets: DatasetRecord[];
  networks: NetworkRecord[];
  variants: VariantRecord[];
  runs: RunRecord[];
  references: References[];
  /** By id of the variant, where answers at fixed points were asked for. */
  splits?: ReadonlyMap<string, BiasVariance>;
}

/** Orders the runs by variant, seed and fold, and adds hash, aggregate and observations. */
export function assembleResults(parts: ResultParts): Results {
  const { described, datasets, networks, variants } = parts;
  const runs = ordered(parts.runs, variants);
  const results = {
    schema: 'lanewise/results@1' as const,
    name: parts.config.name,
    configHash: configHash(described),
    config: described,
    datasets,
    networks,
    variants,
    runs,
    aggregate: aggregate(
      networks,
      variants,
      runs,
      datasets[0]?.classNames,
      allSwitches(parts.config.diagnostics),
      parts.splits,
    ),
  };
  return { ...results, observations: observe(results, parts.references) };
}

function ordered(runs: readonly RunRecord[], variants: readonly VariantRecord[]): RunRecord[] {
  const position = new Map(variants.map((variant, index) => [variant.id, index]));
  for (const run of runs) {
    if (!position.has(run.variant)) throw new Error(`a run of the unknown variant ${run.variant}`);
  }
  return [...runs].sort(
    (a, b) =>
      position.get(a.variant)! - position.get(b.variant)! ||
      a.seed - b.seed ||
      (a.fold ?? 0) - (b.fold ?? 0),
  );
}
