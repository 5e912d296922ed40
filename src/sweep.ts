import { allSwitches } from './config/diagnostics.js';
import { resolveConfig } from './config/resolve.js';
import { collectRun } from './curves/collect.js';
import { collectModels } from './curves/models.js';
import { datasetRecord, networkRecords, variantRecords } from './curves/records.js';
import { collectSplits } from './curves/splits.js';
import { collectTiming } from './curves/timing.js';
import { referencePredictors } from './data/references.js';
import { EventQueue } from './event-queue.js';
import type { SweepEvent, SweepInput, SweepOptions, SweepOutcome, SweepRun } from './events.js';
import { inspectBest } from './inspect-best.js';
import { compileKernels } from './kernels/node.js';
import { allocateMemory } from './memory/allocate.js';
import { Control } from './memory/control.js';
import { datasetInMemory, writeDataset, writeIdentity } from './memory/datasets.js';
import type { MemoryLayout } from './memory/layout.js';
import { parametersAt } from './memory/parameters.js';
import { writePoints } from './memory/points.js';
import type { ModelRecord } from './model/record.js';
import { describePlanned, type PlanDescription } from './plan/describe.js';
import { describeBinary, describeMachine } from './pool/machine.js';
import { nativeHash } from './pool/native-hash.js';
import { checkOptions } from './pool/options.js';
import { StopSignal } from './pool/stop.js';
import { TrainingPool } from './pool/training-pool.js';
import { prepare } from './prepare.js';
import { assembleResults } from './results/assemble.js';
import { describeConfig, describeData } from './results/describe.js';
import type { Manifest } from './results/manifest.js';
import type { DatasetRecord, References } from './results/schema.js';
import { Stopwatch } from './stopwatch.js';
import { writeParameters } from './train/parameters.js';
import { trainAll } from './train-all.js';
import { VERSION } from './version.js';

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
    const training = trainAll(shared, pool, schedule, stop.signal, events, watch);
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

function writeInitial(memory: WebAssembly.Memory, layout: MemoryLayout, model: ModelRecord): void {
  if (layout.initial === undefined) return;
  writeParameters(memory, parametersAt(model.network, layout.initial), model);
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
