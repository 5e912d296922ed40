import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ActiveRun, SweepPlan } from '../../src/events.js';
import { fillVariant } from '../../src/live/client/fill.js';
import { applyUpdate, emptyState, type LivePlan } from '../../src/live/data.js';
import { LiveFeed } from '../../src/live/feed.js';
import { LIVE_POLICY, livePage } from '../../src/live/page.js';
import { pageData } from '../../src/report/page/chart-data.js';
import type { PageData } from '../../src/report/page/data.js';
import { reportPage } from '../../src/report/page/page.js';
import { METRICS, metricsIn, setsIn } from '../../src/results/measured.js';
import type { Results } from '../../src/results/schema.js';
import { classResults } from '../results/class-sample.js';
import { diverged, sampleResults } from '../results/sample.js';
import { gridResults } from '../results/varied-sample.js';

/** The plan of which these results came. */
function planOf(results: Results): SweepPlan & { threads: number } {
  const places = new Map(results.variants.map(({ id }, at) => [id, at]));
  const longest = results.runs.map(({ history }) => history.epoch);
  longest.sort((a, b) => b.length - a.length);
  return {
    networks: results.networks,
    variants: results.variants,
    trials: results.runs.map(({ variant, seed, fold }) => ({
      variant: places.get(variant)!,
      seed,
      ...(fold !== undefined && { fold }),
      evaluate: longest[0],
    })),
    teams: [],
    sets: setsIn(results),
    metrics: METRICS.filter((name) => metricsIn(results).includes(name)),
    threads: 2,
  };
}

function json<T>(html: string, id: string): T {
  const found = new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`, 's').exec(
    html,
  );
  return JSON.parse(found![1]);
}

const SAMPLES: [string, Results][] = [
  ['quantities', sampleResults({ seeds: 3 })],
  [
    'quantities, of which some diverged',
    sampleResults({ seeds: 3, change: (run, at) => (at % 5 === 1 ? diverged(run) : run) }),
  ],
  ['classes', classResults()],
  ['a grid', gridResults()],
];

describe.each(SAMPLES)('the page of %s', (_, results) => {
  const plan = planOf(results);
  const { html, shown } = livePage(results, plan);
  const updates: Parameters<typeof applyUpdate>[1][] = [];
  const feed = new LiveFeed(
    plan,
    shown,
    () => 'words',
    (update) => updates.push(update),
  );
  const text = html(feed.whole);

  it('knows its sets, axes, labels and measures before anything is trained', () => {
    const data = json<PageData>(text, 'data');
    const final = pageData(results, results);
    expect(data.sets).toEqual(final.sets);
    expect(data.axes.map(({ title, at }) => [title, at])).toEqual(
      final.axes.map(({ title, at }) => [title, at]),
    );
    expect(
      data.variants.map(({ label, params, runs, colours }) => [label, params, runs, colours]),
    ).toEqual(
      final.variants.map(({ label, params, runs, colours }) => [label, params, runs, colours]),
    );
    expect(data.measures.map(({ title }) => title)).toEqual(
      final.measures.map(({ title }) => title),
    );
  });

  it('has the table of the report, with a cell for every value', () => {
    const heads = (page: string) => [...page.matchAll(/<th scope="col".*?<\/th>/gs)].map(String);
    const report = reportPage(results, { figures: [], networks: [] });
    const own = heads(text);
    expect(own).toEqual(heads(report).slice(0, own.length));
    const { columns } = json<LivePlan>(text, 'plan');
    const values = own.slice(-columns.length * plan.sets.length);
    const titles = { loss: 'loss', accuracy: 'accuracy', mae: 'MAE', r2: 'R²' };
    columns.forEach((name, column) => {
      plan.sets.forEach((set, at) => {
        const head = values[column * plan.sets.length + at];
        expect(head).toContain(`${set}<small>${titles[name]}`);
      });
    });
    expect(own[own.length - values.length - 1]).toContain('finished');
  });

  it('comes to the numbers of the report when all runs have ended', () => {
    const data = json<PageData>(text, 'data');
    const live = json<LivePlan>(text, 'plan');
    results.runs.forEach((run, at) => {
      const half = run.history.epoch.length >> 1;
      feed.event({ type: 'progress', ms: 1000 * at, active: [activeOf(run, half)], ...REST });
      feed.event({ type: 'run-end', run, finished: at + 1, runs: plan.trials.length, ms: 0 });
    });
    feed.phase('writing');
    const state = emptyState(plan.trials.length);
    for (const update of updates) applyUpdate(state, JSON.parse(JSON.stringify(update)));
    const runs = [...state.runs].sort(([a], [b]) => a - b).map(([, run]) => run);
    data.variants.forEach((_, variant) => {
      fillVariant(
        data,
        live,
        variant,
        runs.filter((run) => run.variant === variant),
      );
    });
    const final = pageData(results, results);
    expect(data.variants.map(({ finished }) => finished)).toEqual(
      final.variants.map(({ finished }) => finished),
    );
    data.measures.forEach((measure, at) => {
      expectNear(measure.finals, final.measures[at].finals);
      expect(measure.runs).toEqual(final.measures[at].runs);
      const curves = final.measures[at].curves ?? [];
      expect(measure.curves?.length ?? 0).toBe(curves.length);
      for (const { variant, epochs, spreads } of curves) {
        const own = measure.curves!.find((each) => each.variant === variant)!;
        expect(own.epochs.slice(0, epochs.length)).toEqual(epochs);
        for (const set of data.sets) {
          const values = own.spreads[set]!.slice(0, epochs.length);
          expectNear(values, spreads[set] ?? []);
        }
      }
    });
  });

  it('runs what its policy names, and nothing else', () => {
    const inline = [...text.matchAll(/<(script|style)>(.*?)<\/\1>/gs)];
    expect(inline.map(([, name]) => name)).toEqual(['style', 'script']);
    for (const [, name, content] of inline) {
      const hash = createHash('sha256').update(content).digest('base64');
      expect(LIVE_POLICY).toContain(`${name}-src 'sha256-${hash}'`);
    }
    expect(LIVE_POLICY).toContain("default-src 'none'");
    expect(text).not.toMatch(/\s(?:on\w+|style|src)=/);
    expect(text).not.toMatch(/https?:/);
  });
});

it('escapes whatever a user has named', () => {
  const results = sampleResults({ seeds: 1 });
  const name = '</script><script>alert(1)</script>"\'&';
  const plan = planOf(results);
  const variants = results.variants.map((variant, at) =>
    at === 0 ? { ...variant, id: `${name}0` } : variant,
  );
  const page = livePage({ ...results, name }, { ...plan, variants });
  const text = page.html({ status: emptyState(1).status, runs: [] });
  expect(text).not.toContain('<script>alert');
  expect(text.match(/<script/g)).toHaveLength(4);
  expect(text).toContain('&lt;/script&gt;&lt;script&gt;alert(1)');
});

const REST = { finished: 0, runs: 1, done: 0.5, samples: 0 };

/** The run when it had so many points. */
function activeOf(
  { variant, seed, fold, history, metrics }: Results['runs'][number],
  points: number,
) {
  const cut = (sets: object) =>
    Object.fromEntries(
      Object.entries(sets).map(([set, values]) => [set, (values as number[]).slice(0, points)]),
    );
  const measured = Object.entries(metrics).map(([name, metric]) => [
    name,
    { final: {}, history: cut(metric.history) },
  ]);
  return {
    variant,
    seed,
    ...(fold !== undefined && { fold }),
    worker: 0,
    startMs: 1,
    epoch: 0,
    epochs: 1,
    train: null,
    test: null,
    history: cut(history),
    metrics: Object.fromEntries(measured),
  } as unknown as ActiveRun;
}

/** Values have four digits on both sides, those of single runs before they are put together. */
function expectNear(found: unknown, expected: unknown): void {
  if (typeof expected === 'number') {
    expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(2e-3 * Math.abs(expected));
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(found as object)).toEqual(Object.keys(expected));
    for (const [key, each] of Object.entries(expected)) {
      expectNear((found as Record<string, unknown>)[key], each);
    }
  } else expect(found).toBe(expected);
}
