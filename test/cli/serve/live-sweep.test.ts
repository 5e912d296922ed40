import { get } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { LiveSweep } from '../../../src/cli/serve/live-sweep.js';
import type { SweepEvent } from '../../../src/events.js';
import type { LiveUpdate } from '../../../src/live/data.js';
import { sampleResults } from '../../results/sample.js';

const results = sampleResults({ seeds: 2 });
let live: LiveSweep;
let stops = 0;
afterEach(() => live.close());

const PLAN: SweepEvent = {
  type: 'plan',
  runs: 20,
  threads: 2,
  estimatedFlops: 1,
  networks: results.networks,
  variants: results.variants,
  trials: results.runs.map(({ seed, history }, at) => ({
    variant: Math.floor(at / 2),
    seed,
    evaluate: history.epoch,
  })),
  teams: [],
  sets: ['train', 'test'],
  metrics: ['mae', 'r2'],
};

const ended = (at: number): SweepEvent => ({
  type: 'run-end',
  run: results.runs[at],
  finished: at + 1,
  runs: 20,
  ms: 100 * at,
  span: { worker: 0, startMs: 0, endMs: 100 * at },
});

async function begin(): Promise<void> {
  stops = 0;
  live = new LiveSweep(results, () => {
    stops++;
  });
  await live.listen(0);
  live.event(PLAN);
}

it('tells whoever looks first what has happened before, and goes on from there', async () => {
  await begin();
  for (const at of [0, 1, 2]) live.event(ended(at));
  const rest = { active: [], finished: 3, runs: 20, done: 0.25, samples: 5 };
  live.event({ type: 'progress', ms: 400, ...rest });
  const { html, policy } = live.page();
  const state: LiveUpdate = JSON.parse(/id="state">(.*?)<\/script>/s.exec(html)![1]);
  expect(policy).toContain("default-src 'none'");
  expect(state.status).toMatchObject({ phase: 'training', ms: 400, finished: 3, done: 0.25 });
  expect(state.status.words).toMatch(/^3\/20 runs · 0\.40 s · ETA 1\.20 s/);
  expect(state.runs.map(([place]) => place)).toEqual([0, 1, 2]);
  live.event(ended(3));
  live.event({ type: 'progress', ms: 950, ...rest });
  expect((JSON.parse(live.greeting()!) as LiveUpdate).runs).toHaveLength(4);
});

it('stops while it trains, not while it writes', async () => {
  await begin();
  live.page();
  live.onStop();
  expect(stops).toBe(1);
  expect(JSON.parse(live.greeting()!).status.phase).toBe('stopping');
  live.writing();
  live.onStop();
  expect(stops).toBe(1);
  expect(JSON.parse(live.greeting()!).status.phase).toBe('writing');
});

it('is the report in the end', async () => {
  await begin();
  live.writing();
  await live.finish('<p>report');
  expect(live.page()).toEqual({ html: '<p>report', policy: "frame-ancestors 'none'" });
  const text = await new Promise<string>((resolve) => {
    get(live.address, (response) => response.once('data', (part) => resolve(String(part))));
  });
  expect(text).toBe('<p>report');
});
