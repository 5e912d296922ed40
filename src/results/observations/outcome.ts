import type { Observation, RunRecord, RunStatus } from '../schema.js';
import { counted, grouped, listed, runName } from '../wording.js';

const UNFINISHED: readonly RunStatus[] = ['diverged', 'failed', 'interrupted'];

/** How many runs finished, and which ones did not and why. */
export function outcome(runs: readonly RunRecord[]): Observation {
  const done = runs.filter((run) => run.status === 'done');
  const evidence: Record<string, unknown> = { runs: runs.length, done: done.length };
  const clauses: string[] = [];
  for (const status of UNFINISHED) {
    const own = runs.filter((run) => run.status === status);
    evidence[status] = own.map(named);
    if (own.length > 0) clauses.push(`${grouped(own.length)} ${status} (${who(own, status)})`);
  }
  return { kind: 'outcome', text: sentence(done.length, runs.length, clauses), evidence };
}

function named({ variant, seed, fold, reason }: RunRecord): Record<string, unknown> {
  return {
    variant,
    seed,
    ...(fold !== undefined && { fold }),
    ...(reason !== undefined && { reason }),
  };
}

function sentence(done: number, all: number, clauses: readonly string[]): string {
  if (done === all) return all === 1 ? 'The run finished.' : `All ${grouped(all)} runs finished.`;
  const finished = `${done === 0 ? 'None' : grouped(done)} of ${counted(all, 'run')} finished`;
  return `${[finished, ...clauses].join('; ')}.`;
}

/** Failures by their reasons; that a loss diverged or a user interrupted is reason enough. */
function who(runs: readonly RunRecord[], status: RunStatus): string {
  if (status !== 'failed') return listed(runs.map(runName));
  const byReason = new Map<string, string[]>();
  for (const run of runs) {
    const reason = run.reason ?? 'no reason known';
    byReason.set(reason, [...(byReason.get(reason) ?? []), runName(run)]);
  }
  return listed(
    Array.from(byReason, ([reason, names]) => `${reason}: ${listed(names)}`),
    4,
  );
}
