import { allSwitches } from '../config/diagnostics.js';
import type { Diagnostics, SweepConfig } from '../config/types.js';
import { type Setting, settingsOf } from '../config/variants/settings.js';
import { evaluationEpochs } from './evaluation.js';
import { groupData } from './groups.js';
import { fixedPoints, type Points } from './points.js';
import type { DatasetShape, Trial, Variant } from './trial.js';
import { buildVariants, type GroupShape } from './variants.js';

/** Everything that is to be trained. A plain value: it is sent to every worker once. */
export interface Plan {
  variants: readonly Variant[];
  /** The dataset table: of every group of data one entry for all seeds, one a seed, or one a seed
   * and fold. */
  datasets: readonly DatasetShape[];
  /** Ordered by variant, then seed, then fold: the order of the results. */
  trials: readonly Trial[];
  /** What is measured of every trial at the parameters that it keeps; absent: nothing more. */
  diagnostics?: Diagnostics;
  /** By dataset, where answers at fixed test points are asked for: which they are. */
  points?: readonly (Points | undefined)[];
}

/** An entry of the dataset table as far as the plan is concerned. */
export interface Entry {
  seed: number;
  fold?: number;
  shape: DatasetShape;
  /** See groupData; 0 where nothing is said. */
  group?: number;
  /** Whether its test rows are training rows of no other seed. */
  ownTests?: boolean;
}

/**
 * config → trials: every network in every setting with every seed, on the seed's own entries of the
 * dataset table, or on all of them where they are shared by the seeds.
 *
 * @throws {InputError} where networks cannot be scaled as the config asks for.
 */
export function planSweep(
  config: SweepConfig,
  entries: readonly Entry[],
  settings: readonly Setting[] = settingsOf(config),
): Plan {
  const { of } = groupData(settings);
  const tables = groupTables(entries);
  const built = buildVariants(settings, (setting) => tables[of[setting]]);
  const seeds = Array.from({ length: config.seeds }, (_, i) => config.seed + i);
  const trials = built.flatMap(({ setting }, variant) => {
    const { evaluate, training } = settings[setting].config;
    const epochs = evaluationEpochs(evaluate, training.epochs);
    const { all, bySeed } = tables[of[setting]];
    return seeds.flatMap((seed) =>
      (bySeed.get(seed) ?? all).map(({ dataset, fold }) => ({
        variant,
        seed,
        dataset,
        ...(fold !== undefined && { fold }),
        evaluate: epochs,
      })),
    );
  });
  const diagnostics = allSwitches(config.diagnostics);
  return {
    variants: built.map(({ setting: _, ...variant }) => variant),
    datasets: entries.map((entry) => entry.shape),
    trials: trials.map((trial, index): Trial => ({ ...trial, index })),
    diagnostics,
    ...(diagnostics.variance && { points: fixedPoints(entries, settings, config.seeds) }),
  };
}

interface Place {
  seed: number;
  dataset: number;
  fold: number | undefined;
}

/** The entries of each group, and those of each seed. */
function groupTables(entries: readonly Entry[]) {
  const tables: (GroupShape & { all: Place[]; bySeed: Map<number, Place[]> })[] = [];
  entries.forEach(({ seed, fold, shape, group = 0 }, dataset) => {
    tables[group] ??= { shape, mostRows: 0, all: [], bySeed: new Map() };
    tables[group].mostRows = Math.max(tables[group].mostRows, shape.trainRows);
    const { all, bySeed } = tables[group];
    const place = { seed, dataset, fold };
    all.push(place);
    const own = bySeed.get(seed);
    if (own) own.push(place);
    else bySeed.set(seed, [place]);
  });
  return tables;
}
