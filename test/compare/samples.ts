import type { LabelledRun } from '../../src/compare/types.js';
import type { Results } from '../../src/results/schema.js';
import { ASSIGNMENT, type SampleOptions, sampleResults } from '../results/sample.js';

/** A made-up run under a label. */
export function labelled(label: string, results: Results = sampleResults()): LabelledRun {
  return { label, results };
}

/** The default sweep, its test errors times a factor that differs a little from seed to seed. */
export function scaled(factor: number, options: SampleOptions = {}): Results {
  return sampleResults({
    networks: ASSIGNMENT.slice(0, 5),
    seeds: 6,
    ...options,
    change: (run) => {
      const own = factor * (1 + 0.01 * ((run.seed * 7) % 5));
      const { test } = run.final;
      return { ...run, final: { ...run.final, test: test === null ? null : test * own } };
    },
  });
}

/** The same on other rows of the same seeds. */
export function onOtherData(results: Results): Results {
  const datasets = results.datasets.map((each) => ({ ...each, sha256: `other ${each.sha256}` }));
  return { ...results, datasets };
}

/** The same on other seeds, and other rows. */
export function onOtherSeeds(results: Results, by = 100): Results {
  const id = (dataset: string, seed: number) => `${dataset}-${seed + by}`;
  return {
    ...results,
    datasets: results.datasets.map((each) => ({
      ...each,
      id: id(each.id, each.seed),
      sha256: `other ${each.sha256}`,
      seed: each.seed + by,
    })),
    runs: results.runs.map((run) => ({
      ...run,
      dataset: id(run.dataset, run.seed),
      seed: run.seed + by,
    })),
  };
}
