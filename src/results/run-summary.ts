import type { VerdictCode } from '../verdict/types.js';
import { sha256Hex } from './hash.js';
import type { MetricName, Results, RunStatus } from './schema.js';
import { ranked, scored, scoreOf } from './score.js';

/** What a list of runs says of each: results in a few numbers. */
export interface RunSummary {
  name: string;
  configHash: string;
  /** SHA-256 of the digests of its datasets, in their order, a line each. */
  data: string;
  /** How many networks there are, each with every hyper-parameter counted for itself. */
  variants: number;
  seeds: number;
  /** How many trainings ended how. */
  runs: Record<RunStatus, number>;
  /** Null where no run finished. */
  best: BestSummary | null;
  /** A code for every curve that was judged; empty where none was. */
  verdicts: { curve: string; code: VerdictCode }[];
}

/** The best network by its score, see `scoreOf`. */
export interface BestSummary {
  variant: string;
  params: number;
  /** Median losses over seeds and folds. */
  train: number | null;
  test: number | null;
  /** Of the test rows, by the statistic that the summary shows; where they are measured. */
  accuracy?: number;
  r2?: number;
}

/** A run in short. */
export function summariseRun(results: Results): RunSummary {
  const { name, configHash, datasets, variants, runs } = results;
  const count = (status: RunStatus) => runs.filter((run) => run.status === status).length;
  const digests = datasets.map(({ sha256 }) => `${sha256}\n`).join('');
  return {
    name,
    configHash,
    data: sha256Hex(new TextEncoder().encode(digests)),
    variants: variants.length,
    seeds: new Set(runs.map(({ seed }) => seed)).size,
    runs: {
      done: count('done'),
      diverged: count('diverged'),
      failed: count('failed'),
      interrupted: count('interrupted'),
    },
    best: bestOf(results),
    verdicts: verdictsOf(results),
  };
}

function bestOf(results: Results): BestSummary | null {
  const score = scoreOf(results);
  const [best] = ranked(results.aggregate, score);
  if (best === undefined || scored(score, best, score.by) === null) return null;
  const metric = (name: MetricName) =>
    scored({ ...score, measure: name }, best, score.shown) ?? undefined;
  const [accuracy, r2] = [metric('accuracy'), metric('r2')];
  return {
    variant: best.variant,
    params: best.params,
    train: best.train.median,
    test: best.test.median,
    ...(accuracy !== undefined && { accuracy }),
    ...(r2 !== undefined && { r2 }),
  };
}

function verdictsOf({ observations }: Results): RunSummary['verdicts'] {
  return observations.flatMap(({ kind, evidence }) => {
    if (kind !== 'double-descent' || evidence.code === undefined) return [];
    return [{ curve: String(evidence.curve), code: evidence.code as VerdictCode }];
  });
}
