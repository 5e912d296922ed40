import { afterEach, describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.js';
import { openSource } from '../../src/data/open.js';
import { compileKernels } from '../../src/kernels/node.js';
import { allocateMemory, createMemory } from '../../src/memory/allocate.js';
import { Control, controlBytes, TRIAL } from '../../src/memory/control.js';
import { writeDataset, writeIdentity } from '../../src/memory/datasets.js';
import { layoutMemory } from '../../src/memory/layout.js';
import { POINT_VALUES } from '../../src/plan/metrics.js';
import { planSweep } from '../../src/plan/plan.js';
import type { WorkerSetup } from '../../src/pool/messages.js';
import { type RunOptions, runTrials } from '../../src/pool/run-trials.js';
import { TrainingPool } from '../../src/pool/training-pool.js';

const WORKERS = 2;
const file = (name: string) => new URL(`./${name}.mjs`, import.meta.url);

/** Six trials: two networks on three seeds, ready to be trained on two workers. */
async function prepare(epochs = 3): Promise<WorkerSetup & { control: Control }> {
  const config = resolveConfig({
    seeds: 3,
    networks: { hidden: [[4], [9]] },
    training: { epochs },
    evaluate: { every: epochs },
  });
  const source = await openSource(config.data, config.training.loss, config);
  const plan = planSweep(config, source.entries);
  const layout = layoutMemory(plan, controlBytes(plan.trials.length, WORKERS), WORKERS);
  const memory = createMemory();
  allocateMemory(memory, layout);
  writeIdentity(memory, layout.identity, layout.identityRows);
  source.entries.forEach((_, i) => {
    writeDataset(memory, layout.datasets[i], source.dataset(i));
  });
  const { module } = await compileKernels();
  const control = new Control(memory, layout.control, plan.trials.length, WORKERS);
  return { memory, module, backend: 'wasm', plan, layout, control, queue: [0, 1, 2, 3, 4, 5] };
}

let pool: TrainingPool | undefined;
afterEach(() => pool?.destroy());

async function run(
  { control, ...setup }: WorkerSetup & { control: Control },
  options: Partial<RunOptions> & { worker?: URL; extra?: object } = {},
) {
  const { worker, extra, queue = setup.queue, workers = WORKERS, ...rest } = options;
  pool = new TrainingPool({ ...setup, queue, ...extra } as WorkerSetup, workers, worker);
  const { reasons, crews } = await runTrials(pool, control, {
    teams: [],
    queue: [...queue],
    workers,
    signal: new AbortController().signal,
    stallMs: 60_000,
    ...rest,
  });
  return { reasons, crews, states: setup.plan.trials.map(({ index }) => control.state(index)) };
}

/** Aborts once so many trials run, however long the workers take to start. */
function stopOnceRunning({ control, plan }: { control: Control } & WorkerSetup, count: number) {
  const stop = new AbortController();
  const at = { abort: 0 };
  const timer = setInterval(() => {
    const running = plan.trials.filter(({ index }) => control.state(index) === TRIAL.running);
    if (running.length < count) return;
    clearInterval(timer);
    at.abort = performance.now();
    stop.abort();
  }, 5);
  return { signal: stop.signal, at };
}

const DONE = Array(6).fill(TRIAL.done);

describe('runTrials', () => {
  it('trains every trial', async () => {
    const { reasons, states } = await run(await prepare());
    expect(states).toEqual(DONE);
    expect(reasons.size).toBe(0);
  });

  it.each([
    ['throw', /a worker threw/],
    ['exit', /exited with code 7/],
    ['memory', /memory limit/],
  ])('fails one trial when its worker does this: %s', async (fault, reason) => {
    const extra = { faults: { 1: fault } };
    const { reasons, states } = await run(await prepare(), {
      worker: file('faulty-worker'),
      extra,
    });
    expect(states).toEqual(DONE.with(1, TRIAL.failed));
    expect([...reasons.keys()]).toEqual([1]);
    expect(reasons.get(1)).toMatch(reason);
  });

  it('survives when the only worker dies', async () => {
    const extra = { faults: { 0: 'exit', 4: 'exit' } };
    const { states } = await run(await prepare(), {
      worker: file('faulty-worker'),
      extra,
      workers: 1,
    });
    expect(states).toEqual(DONE.with(0, TRIAL.failed).with(4, TRIAL.failed));
  });

  it('gives up a trial that hangs', async () => {
    const { reasons, states } = await run(await prepare(), {
      worker: file('faulty-worker'),
      extra: { faults: { 3: 'hang' } },
      stallMs: 1000,
    });
    expect(states).toEqual(DONE.with(3, TRIAL.failed));
    expect(reasons.get(3)).toBe('made no progress for 1 s');
  });

  it('fails the trials of a trapped kernel and goes on with the next', async () => {
    const setup = await prepare();
    const datasets = setup.layout.datasets.map((at, i) =>
      i === 1 ? { ...at, train: { ...at.train, x: 2 ** 31 } } : at,
    );
    const { reasons, states } = await run({ ...setup, layout: { ...setup.layout, datasets } });
    expect(states).toEqual(DONE.with(1, TRIAL.failed).with(4, TRIAL.failed));
    expect(reasons.get(1)).toMatch(/out of bounds/);
  });

  it('fails everything with a reason when no worker can start', async () => {
    const { reasons, states } = await run(await prepare(), { worker: file('unbootable-worker') });
    expect(states).toEqual(Array(6).fill(TRIAL.failed));
    expect(reasons.get(0)).toMatch(/no worker could be started: .*does not load/);
  });

  it('trains when workers start only at the second attempt', async () => {
    const options = { worker: file('reluctant-worker'), extra: { attempts: 2 } };
    const { states } = await run(await prepare(), options);
    expect(states).toEqual(DONE);
  });

  it('cancels what runs within a second and starts nothing more', async () => {
    const setup = await prepare(10_000_000);
    const { signal, at } = stopOnceRunning(setup, 2);
    const { reasons, states } = await run(setup, { signal });
    expect(performance.now() - at.abort).toBeLessThan(1000);
    expect(states.filter((state) => state === TRIAL.interrupted)).toHaveLength(2);
    expect(states.filter((state) => state === TRIAL.waiting)).toHaveLength(4);
    expect(reasons.size).toBe(0);
  });

  it('ends a hanging worker when it is cancelled', async () => {
    const setup = await prepare();
    const { signal, at } = stopOnceRunning(setup, 1);
    const extra = { faults: { 0: 'hang', 1: 'hang' } };
    await run(setup, { worker: file('faulty-worker'), extra, signal });
    expect(performance.now() - at.abort).toBeLessThan(2000);
  });

  it('trains by a team of all workers first, with the same losses', async () => {
    const [alone, together] = [await prepare(40), await prepare(40)];
    await run(alone);
    await pool!.destroy();
    const { states, crews } = await run(together, { teams: [5, 0], queue: [4, 3, 1, 2] });
    expect(states).toEqual(DONE);
    expect([...crews.keys()]).toEqual([5, 0]);
    expect(crews.get(5)).toHaveLength(WORKERS);
    for (const [index, offset] of alone.layout.curves.entries()) {
      const floats = 2 * POINT_VALUES;
      const curve = ({ memory }: WorkerSetup) => new Float64Array(memory.buffer, offset, floats);
      expect(curve(together), `trial ${index}`).toEqual(curve(alone));
    }
  });

  it.each([
    ['exit', /exited with code 7/],
    ['throw', /a worker threw/],
  ])('ends a team when a member is lost (%s) and goes on', async (fault, reason) => {
    const extra = { memberFault: fault, victim: 5 };
    const began = performance.now();
    const { reasons, states } = await run(await prepare(200_000), {
      worker: file('deserting-worker'),
      extra,
      teams: [5],
      queue: [],
    });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(states[5]).toBe(TRIAL.failed);
    expect(reasons.get(5)).toMatch(reason);
    await pool!.destroy();
    const { states: after } = await run(await prepare(), {
      worker: file('deserting-worker'),
      extra,
      teams: [5, 4],
      queue: [0, 1, 2, 3],
    });
    expect(after).toEqual(DONE.with(5, TRIAL.failed));
  });

  it('cancels a team within a second', async () => {
    const setup = await prepare(10_000_000);
    const { signal, at } = stopOnceRunning(setup, 1);
    const { states } = await run(setup, { teams: [3, 4], queue: [0], signal });
    expect(performance.now() - at.abort).toBeLessThan(1000);
    expect(states[3]).toBe(TRIAL.interrupted);
    expect(states[4]).toBe(TRIAL.waiting);
  });

  it('does nothing when it is cancelled before it begins', async () => {
    const { states } = await run(await prepare(), { signal: AbortSignal.abort() });
    expect(states.every((state) => state === TRIAL.waiting)).toBe(true);
  });
});
