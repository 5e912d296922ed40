import { sweep } from '../../src/sweep.js';
import { digestOf, type Outcome } from './digest.js';
import { digestMatrix } from './matrix.js';

/** The digest of the curves, every group trained as a sweep on so many threads. */
export async function digestSweeps(threads: number, backend: 'wasm' | 'js'): Promise<string> {
  const outcomes: Outcome[] = [];
  for (const { hidden, networks, seed, data, training } of digestMatrix()) {
    const { results } = await sweep(
      {
        seed,
        seeds: 1,
        data: { kind: 'arrays', ...data },
        networks: { ...networks, hidden },
        training,
      },
      { threads, backend },
    ).outcome;
    for (const { status, history } of results.runs) {
      if (status !== 'done' && status !== 'diverged') throw new Error(`a run ended as ${status}`);
      const point = (epoch: number, i: number) => ({
        epoch,
        train: history.train[i] ?? Number.NaN,
        test: history.test[i] ?? Number.NaN,
      });
      outcomes.push({ status, history: history.epoch.map(point) });
    }
  }
  return digestOf(outcomes).curves;
}
