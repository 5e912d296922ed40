import type { SweepConfig } from './config/types.js';
import { settingsOf } from './config/variants/settings.js';
import type { SweepOptions } from './events.js';
import { openInputs } from './inputs.js';
import type { Backend } from './kernels/contract.js';
import { checkMemory, createMemory } from './memory/allocate.js';
import { controlBytes } from './memory/control.js';
import { layoutMemory } from './memory/layout.js';
import { RowStore } from './memory/row-store.js';
import { initialProblems } from './model/initial.js';
import { checkShapes } from './plan/check.js';
import { diagnosticProblems } from './plan/diagnostics.js';
import { groupData } from './plan/groups.js';
import { keptTrials } from './plan/keep.js';
import { planSweep } from './plan/plan.js';
import { planSchedule } from './plan/schedule.js';
import { availableMemory } from './pool/machine.js';

/** What is known before anything is allocated: data source, trials, schedule, memory layout. */
export async function prepare(
  config: SweepConfig,
  backend: Backend,
  threads: number,
  { onReading, keep = 'representative' }: SweepOptions,
) {
  const memory = createMemory();
  const store = new RowStore(memory, availableMemory());
  const settings = settingsOf(config);
  const { groups } = groupData(settings);
  const inputs = await openInputs(config, groups, {
    take: store.take,
    ...(onReading && { onProgress: onReading }),
  });
  const { initial } = inputs;
  const { entries } = inputs.sources;
  const plan = planSweep(config, entries, settings);
  const misfits = initial
    ? initialProblems(
        initial.record,
        initial.where,
        plan.variants,
        groups.map(({ data }) => data),
      )
    : [];
  checkShapes(config, entries, settings, [...misfits, ...diagnosticProblems(plan)]);
  const schedule = planSchedule(plan, backend, threads);
  const layout = layoutMemory(
    plan,
    controlBytes(plan.trials.length, schedule.workers),
    schedule.workers,
    {
      start: store.bytes,
      kept: keptTrials(plan, keep),
      ...(initial && { initial: initial.record.network }),
    },
  );
  checkMemory(layout, availableMemory());
  return { memory, groups, inputs, plan, schedule, layout };
}
