import type { SweepInput, SweepOptions } from '../../src/events.js';
import type { RunRecord } from '../../src/results/schema.js';
import { describePlan, sweep } from '../../src/sweep.js';
import { digestOf, type Outcome } from './digest.js';
import { digestMatrix } from './matrix.js';

const MOST_SEEDS = 1024;

/** The digest of the curves, every group trained as a sweep on exactly so many threads. */
export async function digestSweeps(threads: number, backend: 'wasm' | 'js'): Promise<string> {
  const options = { threads, backend };
  const outcomes: Outcome[] = [];
  for (const { hidden, networks, seed, data, training } of digestMatrix()) {
    const input = { seed, data: { kind: 'arrays', ...data }, networks: { ...networks, hidden } };
    const busy = await keepBusy({ ...input, training } as SweepInput, options);
    const { results, manifest } = await sweep(busy, options).outcome;
    if (manifest.threads !== threads) throw new Error(`found ${manifest.threads} threads`);
    outcomes.push(...results.runs.filter((run) => run.seed === seed).map(outcomeOf));
  }
  return digestOf(outcomes).curves;
}

/** A sweep starts no more threads than its work is worth. More seeds make it worth them all; only
 * the first of them is in the digest. */
async function keepBusy(input: SweepInput, options: SweepOptions): Promise<SweepInput> {
  for (let seeds = 1; seeds <= MOST_SEEDS; seeds *= 2) {
    const { threads } = await describePlan({ ...input, seeds }, options);
    if (threads === options.threads) return { ...input, seeds };
  }
  throw new Error(`found no sweep worth ${options.threads} threads`);
}

function outcomeOf({ status, history, metrics }: RunRecord): Outcome {
  if (status !== 'done' && status !== 'diverged') throw new Error(`a run ended as ${status}`);
  const number = (value: number | null) => value ?? Number.NaN;
  const point = (epoch: number, i: number) => ({
    epoch,
    train: number(history.train[i]),
    test: number(history.test[i]),
    ...(history.validation && { validation: number(history.validation[i]) }),
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, { history: of }]) => [
        name,
        { train: number(of.train[i]), test: number(of.test[i]) },
      ]),
    ),
  });
  return { status, history: history.epoch.map(point) };
}
