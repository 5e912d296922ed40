import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActiveRun, SweepEvent, SweepPlan } from '../../src/events.js';
import { applyUpdate, emptyState, type LiveUpdate } from '../../src/live/data.js';
import { LiveFeed, UPDATE_MS } from '../../src/live/feed.js';
import { shownOf } from '../../src/live/shown.js';
import type { RunRecord } from '../../src/results/schema.js';

const EPOCHS = Array.from({ length: 200 }, (_, at) => at);

const PLAN: SweepPlan & { threads: number } = {
  networks: [],
  variants: ['4-2-1', '4-3-1'].map((id) => ({ id, network: id, hyper: {} })),
  trials: [0, 0, 1, 1].map((variant, at) => ({ variant, seed: 42 + (at % 2), evaluate: EPOCHS })),
  teams: [2],
  sets: ['train', 'test'],
  metrics: ['mae', 'r2'],
  threads: 2,
};

const loss = (trial: number, epoch: number) => 1 + trial + 1 / (epoch + 3);

function measured(trial: number, epoch: number) {
  const epochs = EPOCHS.slice(0, epoch + 1);
  const train = epochs.map((each) => loss(trial, each));
  const test = epochs.map((each) => 10 * loss(trial, each));
  return { history: { epoch: epochs, train, test }, metrics: {} };
}

function active(trial: number, epoch: number): ActiveRun {
  const { variant, seed } = PLAN.trials[trial];
  return {
    variant: PLAN.variants[variant].id,
    seed,
    worker: 1,
    startMs: 10 * trial,
    epoch,
    epochs: 199,
    train: loss(trial, epoch),
    test: 10 * loss(trial, epoch),
    ...measured(trial, epoch),
  };
}

const progress = (ms: number, runs: ActiveRun[]): SweepEvent => ({
  type: 'progress',
  ms,
  active: runs,
  finished: 0,
  runs: 4,
  done: ms / 1e5,
  samples: 0,
});

function ended(trial: number, ms: number, status: RunRecord['status'] = 'done'): SweepEvent {
  const { variant, seed } = PLAN.trials[trial];
  const run: RunRecord = {
    variant: PLAN.variants[variant].id,
    seed,
    dataset: '',
    status,
    final: { train: 0.123456, test: null },
    ...measured(trial, 199),
  };
  const span = { worker: 1, startMs: 10 * trial, endMs: ms - 1 };
  return { type: 'run-end', run, finished: 1, runs: 4, ms, span };
}

function feedOf() {
  const updates: LiveUpdate[] = [];
  const shown = shownOf(PLAN, 2, new Set([0, 1]), 1);
  const feed = new LiveFeed(
    PLAN,
    shown,
    ({ ms }) => `after ${ms}`,
    (update) => {
      updates.push(JSON.parse(JSON.stringify(update)));
    },
  );
  return { feed, updates, shown };
}

describe('updates', () => {
  it('come no more than two a second, however often there is progress', () => {
    const { feed, updates } = feedOf();
    for (let ms = 0; ms <= 10_000; ms += 20) feed.event(progress(ms, [active(0, 3)]));
    expect(updates.length).toBe(1 + 10_000 / UPDATE_MS);
    expect(updates.at(-1)!.status.words).toBe('after 10000');
  });

  it('bring only what is new of a curve', () => {
    const { feed, updates } = feedOf();
    feed.event(progress(0, [active(0, 20)]));
    feed.event(progress(600, [active(0, 20)]));
    feed.event(progress(1200, [active(0, 30)]));
    const points = updates.map(({ runs: [[, , more]] }) => more.loss?.train?.length ?? 0);
    expect(points[0]).toBeGreaterThan(5);
    expect(points[1]).toBe(0);
    expect(points[2]).toBeGreaterThan(1);
    expect(points[2]).toBeLessThan(points[0]);
  });

  it('say which threads train: all of a team', () => {
    const { feed, updates } = feedOf();
    feed.event(progress(0, [active(0, 1), active(2, 1)]));
    expect(updates[0].runs.map(([, { workers }]) => workers)).toEqual([[1], [0, 1]]);
  });

  it('bring runs that ended at the next progress, or when training is over', () => {
    const { feed, updates } = feedOf();
    feed.event(ended(0, 5));
    expect(updates).toEqual([]);
    feed.event(progress(100, []));
    feed.event(ended(1, 200, 'diverged'));
    feed.phase('writing');
    expect(updates.map(({ runs }) => runs.map(([place, { status }]) => [place, status]))).toEqual([
      [[0, 'done']],
      [[1, 'diverged']],
    ]);
    expect(updates[1].status.phase).toBe('writing');
    expect(updates[0].runs[0][1]).toMatchObject({
      startMs: 0,
      endMs: 4,
      finals: { loss: { train: 0.1235, test: null } },
    });
  });
});

it('tells whoever comes late the same as whoever was there', () => {
  const step = fc.record({ trial: fc.nat(3), by: fc.nat(60), ends: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { feed, updates, shown } = feedOf();
      const at = [0, 0, 0, 0];
      const over = new Set<number>();
      steps.forEach(({ trial, by, ends }, i) => {
        if (over.has(trial)) return;
        at[trial] = Math.min(199, at[trial] + by);
        if (ends) {
          over.add(trial);
          feed.event(ended(trial, 300 * i));
        } else feed.event(progress(300 * i, [active(trial, at[trial])]));
      });
      feed.phase('writing');
      const [there, late] = [emptyState(4), emptyState(4)];
      for (const update of updates) applyUpdate(there, update);
      applyUpdate(late, JSON.parse(JSON.stringify(feed.whole)));
      expect(late).toEqual(there);
      for (const [place, { variant, status, curves }] of there.runs) {
        if (status !== 'done') continue;
        const expected = shown.points[variant].map((point) =>
          Number(loss(place, point).toPrecision(4)),
        );
        expect(curves.loss?.train).toEqual(expected);
      }
    }),
  );
});

describe('what is shown', () => {
  const plan = (variants: number, seeds: number, epochs = EPOCHS): SweepPlan => ({
    ...PLAN,
    variants: Array.from({ length: variants }, (_, i) => ({
      id: String(i),
      network: String(i),
      hyper: {},
    })),
    trials: Array.from({ length: variants * seeds }, (_, i) => ({
      variant: Math.floor(i / seeds),
      seed: i % seeds,
      evaluate: epochs,
    })),
  });
  const all = (count: number) => new Set(Array.from({ length: count }, (_, at) => at));

  it('is all of a small sweep, ends of the curves included', () => {
    const { points, note, hasCurve, isShown } = shownOf(plan(3, 2, [0, 5, 10]), 3, all(3), 2);
    expect(points).toEqual([0, 1, 2].map(() => [0, 1, 2]));
    expect(note).toBe('');
    expect(hasCurve(5) && isShown(5)).toBe(true);
  });

  it('keeps the numbers of the curves within bounds, and says what it leaves out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 }), (n, seeds) => {
        const big = plan(n, seeds);
        const { points, hasCurve, note } = shownOf(big, n, all(n), 2);
        const numbers = big.trials.reduce(
          (sum, { variant }, at) => sum + (hasCurve(at) ? 4 * points[variant].length : 0),
          0,
        );
        expect(numbers).toBeLessThanOrEqual(Math.max(42_000, n * 4 * 12));
        expect(note).toContain('of 200 evaluations');
        for (const own of points) expect([own[0], own.at(-1)]).toEqual([0, 199]);
      }),
      { numRuns: 30 },
    );
  });
});
