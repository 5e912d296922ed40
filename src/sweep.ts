import { allSwitches } from './config/diagnostics.js';
import { resolveConfig } from './config/resolve.js';
import type { SweepConfig } from './config/types.js';
import { settingsOf } from './config/variants/settings.js';
import { collectRun, type SharedCurves } from './curves/collect.js';
import { collectModels } from './curves/models.js';
import { Progress } from './curves/progress.js';
import { datasetRecord, networkRecords, variantRecords } from './curves/records.js';
import { collectSplits } from './curves/splits.js';
import { collectTiming } from './curves/timing.js';
import { referencePredictors } from './data/references.js';
import { EventQueue } from './event-queue.js';
import type {
  SweepEvent,
  SweepInput,
  SweepOptions,
  SweepOutcome,
  SweepPlan,
  SweepRun,
} from './events.js';
import { openInputs } from './inputs.js';
import { inspectBest } from './inspect-best.js';
import type { Backend } from './kernels/contract.js';
import { compileKernels } from './kernels/node.js';
import { allocateMemory, checkMemory, createMemory } from './memory/allocate.js';
import { Control, controlBytes } from './memory/control.js';
import { datasetInMemory, writeDataset, writeIdentity } from './memory/datasets.js';
import { layoutMemory, type MemoryLayout } from './memory/layout.js';
import { parametersAt } from './memory/parameters.js';
import { writePoints } from './memory/points.js';
import { RowStore } from './memory/row-store.js';
import { initialProblems } from './model/initial.js';
import type { ModelRecord } from './model/record.js';
import { checkShapes } from './plan/check.js';
import { describePlanned, type PlanDescription, planFlops } from './plan/describe.js';
import { diagnosticProblems } from './plan/diagnostics.js';
import { groupData } from './plan/groups.js';
import { keptTrials } from './plan/keep.js';
import { metricsOf, SETS } from './plan/metrics.js';
import { type Plan, planSweep } from './plan/plan.js';
import { planSchedule, type Schedule } from './plan/schedule.js';
import { availableMemory, describeBinary, describeMachine } from './pool/machine.js';
import { nativeHash } from './pool/native-hash.js';
import { checkOptions } from './pool/options.js';
import { runTrials, type TrialReport } from './pool/run-trials.js';
import { StopSignal } from './pool/stop.js';
import { TrainingPool } from './pool/training-pool.js';
import { assembleResults } from './results/assemble.js';
import { describeConfig, describeData } from './results/describe.js';
import type { Manifest } from './results/manifest.js';
import { METRICS } from './results/measured.js';
import type { DatasetRecord, References } from './results/schema.js';
import { Stopwatch } from './stopwatch.js';
import { writeParameters } from './train/parameters.js';
import { VERSION } from './version.js';

/** A trial that takes no step for so long is given up. */
const STALL_MS = 60_000;
const PROGRESS_MS = 100;

/**
 * Trains every network of the sweep on every seed, in parallel.
 *
 * It never ends the process and writes no file. A network that diverges or fails is a result; it
 * stops no other.
 *
 * @param input a config; what is left out takes its default. `data` may hold rows in memory:
 *   `{ kind: 'arrays', train: { x, y }, test: { x, y } }`.
 * @returns the running sweep. Its `outcome` rejects with InputError (every problem in one pass)
 *   before a thread starts; iterating it gives the events.
 */
export function sweep(input: SweepInput = {}, options: SweepOptions = {}): SweepRun {
  const events = new EventQueue<SweepEvent>();
  const outcome = run(input, options, events).finally(() => events.close());
  // Whoever iterates first awaits the outcome later: a rejection is not unhandled until then.
  outcome.catch(() => {});
  return { outcome, [Symbol.asyncIterator]: () => events[Symbol.asyncIterator]() };
}

/** The pipeline: config → plan → layout → memory → pool → curves → results. */
async function run(
  input: SweepInput,
  options: SweepOptions,
  events: EventQueue<SweepEvent>,
): Promise<SweepOutcome> {
  const watch = new Stopwatch();
  const { backend, threads, timeLimit } = checkOptions(options);
  const config = resolveConfig(input);
  const { memory, groups, inputs, plan, schedule, layout } = await prepare(
    config,
    backend,
    threads,
    options,
  );
  const { sources, initial, files } = inputs;
  const { workers, queue } = schedule;
  allocateMemory(memory, layout);
  if (initial) writeInitial(memory, layout, initial.record);
  watch.lap('plan');

  const binary = backend === 'wasm' ? await compileKernels() : undefined;
  const setup = { memory, backend, plan, layout, queue, ...(binary && { module: binary.module }) };
  const pool = new TrainingPool(setup, workers);
  try {
    watch.lap('kernels');
    writeIdentity(memory, layout.identity, layout.identityRows);
    // One at a time: what was drawn or scaled is let go of once it lies in the memory.
    const datasets = sources.entries.map((_, i) => {
      const dataset = sources.dataset(i);
      writeDataset(memory, layout.datasets[i], dataset);
      return datasetInMemory(memory, layout.datasets[i], dataset);
    });
    layout.points.forEach((at, i) => {
      const points = plan.points?.[i];
      if (at && points?.rescaled)
        writePoints(memory, at, datasets[points.dataset], datasets[i].scale);
    });
    watch.lap('data');

    const control = new Control(memory, layout.control, plan.trials.length, workers);
    const shared = { plan, layout, memory, control, datasetIds: datasets.map(({ id }) => id) };
    const stop = new StopSignal(options.signal, timeLimit);
    const training = train(shared, pool, schedule, stop.signal, events, watch);
    const references: References[] = [];
    const datasetRecords: DatasetRecord[] = [];
    // Predictors of different data have no common error.
    const constantOnly = !allSwitches(config.diagnostics).references;
    const isOne = sources.entries.every(({ group }) => group === 0);
    for (const [i, dataset] of datasets.entries()) {
      const { target, classNames } = sources.sourceOf(i);
      const { shape } = sources.entries[i];
      const reference = { shape, target, datasets: datasets.length, constantOnly };
      if (isOne) references.push(referencePredictors(dataset, config.training.loss, reference));
      datasetRecords.push(datasetRecord(dataset, classNames, nativeHash));
      // Events, interrupts and the pool have their turn.
      await new Promise(setImmediate);
    }
    const { reasons, crews } = await training.finally(() => stop.release());
    const trainingMs = watch.lap('train');

    const runs = plan.trials.map(({ index }) => collectRun(shared, index, reasons.get(index)));
    const results = assembleResults({
      config,
      described: describeConfig(config, files, sources.arraysSha256),
      datasets: datasetRecords,
      networks: networkRecords(plan),
      variants: variantRecords(plan),
      runs,
      references,
      splits: collectSplits(shared, datasets),
    });
    const dataOf = (i: number) => {
      const { classNames, columnNames } = sources.sourceOf(i);
      const { data } = groups[sources.entries[i].group];
      const described = describeData(data, files, sources.arraysSha256);
      return { scale: datasets[i].scale, classNames, columnNames, described };
    };
    const models = collectModels(shared, runs, dataOf, { ...results, version: VERSION });
    const kernels = { backend, module: binary?.module, shared: true };
    const namesOf = (i: number) => sources.sourceOf(i).columnNames;
    const inspection = inspectBest({ results, models, datasets, kernels, namesOf });
    const timing = collectTiming(plan, control, crews, workers, watch.origin, trainingMs);
    // Not before: V8 may still compile what ran last, and where that outlives its thread and has to make
    // room, Node 20 ends the process.
    await pool.destroy();
    watch.lap('results');
    const manifest: Manifest = {
      ...describeMachine(),
      threads: workers,
      binary: describeBinary(backend, binary),
      wallMs: watch.elapsed(),
      stages: watch.stages,
      ...timing,
    };
    return { results, manifest, models, ...(inspection && { inspection }), stopped: stop.reason };
  } finally {
    await pool.destroy();
  }
}

/** What is known before anything is allocated: data source, trials, schedule, memory layout. */
async function prepare(
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

function writeInitial(memory: WebAssembly.Memory, layout: MemoryLayout, model: ModelRecord): void {
  if (layout.initial === undefined) return;
  writeParameters(memory, parametersAt(model.network, layout.initial), model);
}

/** Trains everything and reports on it while it runs. */
async function train(
  shared: SharedCurves,
  pool: TrainingPool,
  schedule: Schedule,
  signal: AbortSignal,
  events: EventQueue<SweepEvent>,
  clock: Stopwatch,
): Promise<TrialReport> {
  const { plan, control } = shared;
  const threads = schedule.workers;
  const estimatedFlops = planFlops(plan);
  const described = describeSweep(plan, schedule);
  events.push({ type: 'plan', runs: plan.trials.length, threads, estimatedFlops, ...described });
  const progress = new Progress(shared, (event) => events.push(event), clock);
  const timer = setInterval(() => progress.look(), PROGRESS_MS);
  const options = { ...schedule, signal, stallMs: STALL_MS };
  const report = await runTrials(pool, control, options).finally(() => clearInterval(timer));
  progress.close(report.reasons);
  return report;
}

function describeSweep(plan: Plan, { teams }: Schedule): SweepPlan {
  const { variants, datasets, trials } = plan;
  const hasValidation = datasets.some(({ validationRows }) => validationRows > 0);
  const firsts = new Map([...trials].reverse().map(({ variant, dataset }) => [variant, dataset]));
  const measured = variants.flatMap(({ training }, at) =>
    metricsOf(training.loss, datasets[firsts.get(at)!]),
  );
  return {
    networks: networkRecords(plan),
    variants: variantRecords(plan),
    trials,
    teams,
    sets: SETS.filter((set) => set !== 'validation' || hasValidation),
    metrics: METRICS.filter((name) => measured.includes(name)),
  };
}

/**
 * What a sweep would do, without training: reads the data and lays out the memory, no more.
 *
 * @throws {InputError} as `sweep` does.
 */
export async function describePlan(
  input: SweepInput = {},
  options: SweepOptions = {},
): Promise<PlanDescription> {
  const { backend, threads } = checkOptions(options);
  const { plan, schedule, layout } = await prepare(resolveConfig(input), backend, threads, options);
  return describePlanned(plan, schedule, layout.bytes, backend);
}
