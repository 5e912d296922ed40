import * as v from 'valibot';
import type { Manifest } from '../../results/manifest.js';
import { type RunSummary, summariseRun } from '../../results/run-summary.js';
import type { Results } from '../../results/schema.js';

/** A line of the journal: a run in short, and how it came about. */
export interface RunRecord extends RunSummary {
  schema: 'lanewise/journal@1';
  /** When its results were written: ISO 8601, UTC. */
  time: string;
  /** Version that trained it; null where the manifest does not say, as that of a copied results.json. */
  lanewise: string | null;
  /** Of the run, in the folder that the journal lies in. */
  folder: string;
  /** SHA-256 of its results.json, by which a moved or copied run is known again. */
  results: string;
  /** Of the kernels: `wasm` and the SHA-256 of the binary, or `js`. */
  binary: { backend: string; sha256?: string } | null;
  threads: number | null;
  /** Milliseconds. */
  duration: number | null;
  /** As results.json has it. */
  config: Record<string, unknown>;
}

/** What is known of an execution, as its manifest.json has it. */
export type Execution = Pick<Manifest, 'versions' | 'binary' | 'threads' | 'wallMs'>;

/** Where the results lie, and since when. */
export interface Place {
  folder: string;
  /** SHA-256 of results.json. */
  sha256: string;
  time: string;
}

/** The record of a run. */
export function recordOf(results: Results, place: Place, execution?: Execution): RunRecord {
  const { folder, sha256, time } = place;
  const { backend, sha256: ofBinary } = execution?.binary ?? {};
  return {
    schema: 'lanewise/journal@1',
    time,
    lanewise: execution?.versions.lanewise ?? null,
    folder,
    ...summariseRun(results),
    threads: execution?.threads ?? null,
    duration: execution ? Math.round(execution.wallMs) : null,
    results: sha256,
    binary: backend === undefined ? null : { backend, ...(ofBinary && { sha256: ofBinary }) },
    config: results.config,
  };
}

const count = v.pipe(v.number(), v.integer());
const measured = v.nullable(v.number());

/** Loose: a later version may say more. */
const RECORD = v.looseObject({
  schema: v.literal('lanewise/journal@1'),
  time: v.pipe(
    v.string(),
    v.check((text) => !Number.isNaN(Date.parse(text))),
  ),
  lanewise: v.nullable(v.string()),
  folder: v.string(),
  results: v.string(),
  name: v.string(),
  configHash: v.string(),
  data: v.string(),
  variants: count,
  seeds: count,
  runs: v.object({ done: count, diverged: count, failed: count, interrupted: count }),
  best: v.nullable(
    v.looseObject({
      variant: v.string(),
      params: count,
      train: measured,
      test: measured,
      accuracy: v.optional(v.number()),
      r2: v.optional(v.number()),
    }),
  ),
  verdicts: v.array(v.looseObject({ curve: v.string(), code: v.string() })),
  binary: v.nullable(v.looseObject({ backend: v.string(), sha256: v.optional(v.string()) })),
  threads: v.nullable(count),
  duration: v.nullable(v.number()),
  config: v.record(v.string(), v.unknown()),
});

/** The record in a line of a journal; undefined where it is none. */
export function readRecord(line: string): RunRecord | undefined {
  try {
    const { success, output } = v.safeParse(RECORD, JSON.parse(line));
    return success ? (output as unknown as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}
