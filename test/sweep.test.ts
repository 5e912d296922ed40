import { describe, expect, it } from 'vitest';
import { InputError } from '../src/config/problem.js';
import type { SweepEvent, SweepInput } from '../src/events.js';
import { serialiseResults } from '../src/results/serialise.js';
import { describePlan, sweep } from '../src/sweep.js';

const SMALL: SweepInput = {
  seeds: 3,
  networks: { hidden: [[2], [17], [16, 16]] },
  training: { epochs: 150, batchSize: 33 },
  evaluate: { every: 50 },
};

describe('results', () => {
  it('are the same bytes at 1, 2 and 7 threads and on either backend', async () => {
    const run = async (threads: number, backend: 'wasm' | 'js') =>
      serialiseResults((await sweep(SMALL, { threads, backend }).outcome).results);
    const expected = await run(1, 'wasm');
    const { threads } = await describePlan(SMALL, { threads: 7 });
    expect(threads).toBeGreaterThanOrEqual(3);
    expect(await run(2, 'wasm')).toBe(expected);
    expect(await run(7, 'wasm')).toBe(expected);
    expect(await run(1, 'js')).toBe(expected);
    expect(await run(3, 'js')).toBe(expected);
  });

  it('reproduce the table of the assignment with the default config', async () => {
    // Quartiles over ten seeds of another program: [train q1, q3], [test q1, q3].
    const table: Record<string, [[number, number], [number, number]]> = {
      '4-2-1': [
        [0.78, 1.3],
        [265, 313],
      ],
      '4-5-1': [
        [0.63, 0.76],
        [246, 270],
      ],
      '4-8-1': [
        [0.55, 0.6],
        [242, 260],
      ],
      '4-20-1': [
        [0.45, 0.49],
        [228, 253],
      ],
      '4-50-1': [
        [0.29, 0.33],
        [195, 222],
      ],
      '4-83-1': [
        [0.16, 0.24],
        [180, 199],
      ],
      '4-167-1': [
        [0.05, 0.07],
        [140, 152],
      ],
      '4-400-1': [
        [0.018, 0.022],
        [113, 123],
      ],
    };
    const { results } = await sweep().outcome;
    expect(results.aggregate.map(({ params }) => params)).toEqual([
      13, 19, 31, 49, 121, 301, 499, 1003, 2401, 12001,
    ]);
    for (const [variant, bands] of Object.entries(table)) {
      const found = results.aggregate.find((each) => each.variant === variant)!;
      for (const [set, [q1, q3]] of [
        ['train', bands[0]],
        ['test', bands[1]],
      ] as const) {
        const margin = (q3 - q1) / 2;
        expect(found[set].median, `${variant} ${set}`).toBeGreaterThanOrEqual(q1 - margin);
        expect(found[set].median, `${variant} ${set}`).toBeLessThanOrEqual(q3 + margin);
      }
    }
    const largest = results.aggregate.at(-1)!;
    expect(largest.train.median).toBeCloseTo(0.012, 3);
    expect(Math.abs(largest.test.median! - 98)).toBeLessThan(15);
  });

  it('hold nothing that could differ between executions', async () => {
    const { results } = await sweep(SMALL, { threads: 2 }).outcome;
    expect(JSON.stringify(results)).not.toMatch(/threads|backend|wasm|wallMs|startMs/i);
    expect(results.runs.map(({ variant, seed }) => `${variant} ${seed}`)).toEqual(
      ['4-2-1', '4-17-1', '4-16-16-1'].flatMap((v) => [42, 43, 44].map((s) => `${v} ${s}`)),
    );
  });

  it('call a run diverged from the epoch on at which its loss stops being finite', async () => {
    const optimizer = { name: 'sgd', learningRate: 1e30 } as const;
    const { results } = await sweep({
      ...SMALL,
      seeds: 1,
      training: { epochs: 9, optimizer },
      evaluate: { every: 1 },
    }).outcome;
    for (const run of results.runs) {
      expect(run.status).toBe('diverged');
      expect(run.final).toEqual({ train: null, test: null });
      expect(run.history.epoch.length).toBeLessThan(10);
      expect(run.history.train.at(-1)).toBeNull();
      expect(run.history.train[0]).toBeGreaterThan(0);
    }
    expect(results.aggregate.every(({ train }) => train.median === null)).toBe(true);
  });
});

describe('the manifest', () => {
  it('shows two workers that trained at the same time', async () => {
    const { manifest } = await sweep({ networks: { hidden: [[300], [301]] } }, { threads: 2 })
      .outcome;
    const together = manifest.trials.filter((a) =>
      manifest.trials.some(
        (b) => b.workers[0] !== a.workers[0] && b.startMs < a.endMs && a.startMs < b.endMs,
      ),
    );
    expect(together.length).toBeGreaterThan(0);
    expect(new Set(manifest.trials.flatMap(({ workers }) => workers))).toEqual(new Set([0, 1]));
    expect(manifest.threads).toBe(2);
    expect(manifest.binary).toMatchObject({ backend: 'wasm', file: 'lanewise.wasm' });
    expect(manifest.parallelEfficiency).toBeGreaterThan(0);
    expect(manifest.stages.map(({ name }) => name)).toEqual([
      'plan',
      'kernels',
      'data',
      'train',
      'results',
    ]);
  });

  it('uses no more threads than there are tasks', async () => {
    const one = { seeds: 1, networks: { hidden: [[2]] } };
    const { manifest } = await sweep(one, { threads: 256 }).outcome;
    expect(manifest.threads).toBe(1);
  });
});

describe('rows in memory', () => {
  const rows = (n: number) => ({
    x: Array.from({ length: n }, (_, i) => [i / n, (i * i) / n ** 2]),
    y: Array.from({ length: n }, (_, i) => [i / n - 0.5, 1]),
  });

  it('train like any other data, several outputs included', async () => {
    const { results } = await sweep({
      seeds: 2,
      data: { kind: 'arrays', train: rows(60), test: rows(13) },
      networks: { hidden: [[], [6]] },
      training: { epochs: 30, batchSize: 20 },
    }).outcome;
    expect(results.networks.map(({ id, params }) => [id, params])).toEqual([
      ['2-2', 6],
      ['2-6-2', 32],
    ]);
    expect(results.datasets).toHaveLength(1);
    expect(results.datasets[0]).toMatchObject({
      trainRows: 60,
      testRows: 13,
      inputs: 2,
      outputs: 2,
    });
    const run = results.runs[3];
    expect(run.final.train).toBeLessThan(run.history.train[0]!);
  });

  it('are checked: every problem in one pass, before a thread starts', async () => {
    const bad = sweep({
      seeds: 0,
      data: { kind: 'arrays', train: { x: [[1], [2, 3]], y: [[1], [Number.NaN]] }, test: rows(3) },
      networks: { hidden: [[0]] },
    });
    const error = await bad.outcome.catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems.length).toBeGreaterThanOrEqual(3);
  });
});

describe('events', () => {
  it('tell the plan, every start and every end', async () => {
    const run = sweep(SMALL, { threads: 2 });
    const events: SweepEvent[] = [];
    for await (const event of run) events.push(event);
    const { results, manifest } = await run.outcome;
    expect(events[0]).toMatchObject({ type: 'plan', runs: 9, threads: 2 });
    expect(events[0]).toMatchObject({
      variants: results.variants,
      networks: results.networks,
      sets: ['train', 'test'],
      metrics: ['mae', 'r2'],
    });
    const { trials } = events[0] as Extract<SweepEvent, { type: 'plan' }>;
    expect(trials.map(({ variant, seed }) => [results.variants[variant].id, seed])).toEqual(
      results.runs.map(({ variant, seed }) => [variant, seed]),
    );
    expect(trials.map(({ evaluate }) => evaluate)).toEqual(
      results.runs.map(({ history }) => history.epoch),
    );
    const ends = events.filter((event) => event.type === 'run-end');
    expect(ends.map(({ finished }) => finished)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const key = ({ variant, seed }: { variant: string; seed: number }) => `${variant} ${seed}`;
    expect(ends.map(({ run: ended }) => key(ended)).sort()).toEqual(results.runs.map(key).sort());
    for (const { span, run: ended } of ends) {
      const known = manifest.trials.find((trial) => key(trial) === key(ended))!;
      expect(span!.startMs).toBeCloseTo(known.startMs, 2);
      expect(span!.endMs).toBeCloseTo(known.endMs, 2);
    }
  });

  it('report progress of a long training and end when the iteration is left', async () => {
    const stop = new AbortController();
    const run = sweep(
      {
        seeds: 1,
        networks: { hidden: [[50]] },
        training: { epochs: 1_000_000 },
        evaluate: { every: 10 },
      },
      { signal: stop.signal },
    );
    for await (const event of run) {
      if (event.type !== 'progress' || !event.active[0]?.epoch) continue;
      expect(event.active[0]).toMatchObject({ variant: '4-50-1', seed: 42, worker: 0 });
      expect(event.active[0].train).toBeGreaterThan(0);
      expect(event.active[0].history.train.at(-1)).toBe(event.active[0].train);
      expect(event.active[0].startMs).toBeLessThan(event.ms);
      expect(event.done).toBeGreaterThan(0);
      expect(event.samples).toBeGreaterThan(0);
      break;
    }
    stop.abort();
    expect((await run.outcome).stopped).toBe('aborted');
  });
});

describe('stopping', () => {
  const LONG: SweepInput = {
    seeds: 4,
    networks: { hidden: [[3], [40]] },
    training: { epochs: 2_000_000 },
    evaluate: { points: 9 },
  };

  it('by a signal keeps what is there and marks the rest interrupted', async () => {
    const stop = new AbortController();
    const run = sweep(LONG, { threads: 2, signal: stop.signal });
    for await (const event of run) {
      if (event.type === 'progress' && event.active.some(({ epoch }) => epoch > 0)) break;
    }
    const began = performance.now();
    stop.abort();
    const { results, stopped } = await run.outcome;
    expect(performance.now() - began).toBeLessThan(1500);
    expect(stopped).toBe('aborted');
    expect(results.runs.every(({ status }) => status === 'interrupted')).toBe(true);
    expect(results.runs.some(({ history }) => history.epoch.length > 1)).toBe(true);
    expect(results.runs.some(({ history }) => history.epoch.length === 0)).toBe(true);
  });

  it('by a time limit', async () => {
    const { results, stopped } = await sweep(LONG, { timeLimit: 0.3 }).outcome;
    expect(stopped).toBe('time-limit');
    expect(results.runs.every(({ status }) => status === 'interrupted')).toBe(true);
  });

  it('before it starts', async () => {
    const { stopped } = await sweep(LONG, { signal: AbortSignal.abort() }).outcome;
    expect(stopped).toBe('aborted');
  });
});

describe('describePlan', () => {
  it('tells trials, parameters, memory and time without training', async () => {
    const plan = await describePlan({}, { threads: 2 });
    expect(plan).toMatchObject({ runs: 100, threads: 2 });
    expect(plan.variants.at(-1)).toEqual({ id: '4-2000-1', params: 12001 });
    expect(plan.samples).toEqual([{ trainRows: 500, validationRows: 0, testRows: 50 }]);
    expect(plan.memoryBytes).toBeGreaterThan(1e6);
    expect(plan.memoryBytes).toBeLessThan(1e8);
    expect(plan.estimatedSeconds).toBeGreaterThan(0.01);
    expect(plan.estimatedSeconds).toBeLessThan(10);
  });

  it('tells the sizes of folds, each once', async () => {
    const rows = { x: Array.from({ length: 10 }, (_, i) => [i]), y: Array(10).fill([1]) };
    const data = { kind: 'arrays' as const, train: rows, folds: 4, trainRows: 6 };
    const { samples } = await describePlan({ data, training: { batchSize: 1 } });
    expect(samples).toEqual([
      { trainRows: 6, validationRows: 0, testRows: 2 },
      { trainRows: 6, validationRows: 0, testRows: 3 },
    ]);
  });

  it('refuses a plan larger than any memory and a batch larger than the data', async () => {
    const huge = { networks: { hidden: [[200_000, 200_000]] } };
    await expect(describePlan(huge)).rejects.toThrow(/needs \d+\.\d GiB of memory/);
    const batch = { data: { train: 50 }, training: { batchSize: 51 } };
    await expect(describePlan(batch)).rejects.toThrow(/51/);
  });
});
