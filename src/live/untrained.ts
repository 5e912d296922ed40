import type { SweepPlan } from '../events.js';
import { aggregate } from '../results/aggregate.js';
import type { Results, RunRecord, SetCurves, SetValues } from '../results/schema.js';

/** What results are known by. */
export interface Identity {
  name: string;
  configHash: string;
  /** As results hold it. */
  config: Record<string, unknown>;
}

/**
 * The results of a sweep of which nothing is trained yet, so that its page can be drawn by what draws
 * that of a finished one.
 *
 * @param most variants, from the first.
 */
export function untrained(identity: Identity, plan: SweepPlan, most: number): Results {
  const variants = plan.variants.slice(0, most);
  const history = Object.fromEntries(plan.sets.map((set) => [set, []])) as unknown as SetCurves;
  const final = Object.fromEntries(plan.sets.map((set) => [set, null])) as unknown as SetValues;
  const metrics = Object.fromEntries(plan.metrics.map((name) => [name, { final, history }]));
  const runs = plan.trials
    .filter(({ variant }) => variant < most)
    .map(
      ({ variant, seed, fold }): RunRecord => ({
        variant: variants[variant].id,
        seed,
        ...(fold !== undefined && { fold }),
        dataset: '',
        status: 'interrupted',
        final,
        history: { epoch: [], ...history },
        metrics,
      }),
    );
  const own = new Map<string, RunRecord[]>();
  for (const run of runs) {
    const known = own.get(run.variant);
    if (known) known.push(run);
    else own.set(run.variant, [run]);
  }
  return {
    schema: 'lanewise/results@1',
    ...identity,
    datasets: [],
    networks: plan.networks.slice(),
    variants,
    runs,
    // By itself each: all at once would look through all runs for each of them.
    aggregate: variants.flatMap((variant) =>
      aggregate(plan.networks, [variant], own.get(variant.id) ?? []),
    ),
    observations: [],
  };
}
