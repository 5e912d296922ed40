import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { compileKernels } from '../../src/kernels/node.js';
import { readParameters } from '../../src/train/parameters.js';
import { createTeamJobs } from '../job.js';
import { run, type Trained } from './runs.js';
import { TEAM_CASES, type TeamCase } from './team-cases.js';

const MOST = 7;
const members = Array.from(
  { length: MOST },
  () => new Worker(new URL('./team-member.mjs', import.meta.url)),
);
afterAll(() => Promise.all(members.map((member) => member.terminate())));

/** The training by as many threads, as the leader tells of it, with what every member recorded. */
async function runTeam(
  { variant, dataset, options }: TeamCase,
  size: number,
): Promise<{ leader: Trained; points: number[][][] }> {
  const { job, slabs, control } = await createTeamJobs(variant, dataset, 'wasm', size, options);
  const { kernels: _, ...sent } = job;
  const { module } = await compileKernels();
  const reports = members.slice(0, size).map(async (worker, member) => {
    const heard = once(worker, 'message');
    worker.postMessage({ module, job: sent, own: slabs[member], control, member, size });
    return (await heard)[0] as Trained;
  });
  const [leader, ...others] = await Promise.all(reports);
  return {
    leader: { ...leader, ...readParameters(job.memory, job.slab) },
    points: [leader, ...others].map(({ points }) => points),
  };
}

describe('a team of threads leaves the bits of one', () => {
  it.each(TEAM_CASES)('with $name', async (given) => {
    const { variant, dataset, options } = given;
    const alone = await run(variant, dataset, 'wasm', options);
    expect(alone.end).toBe('done');
    for (const size of [2, 3, MOST]) {
      const { leader, points } = await runTeam(given, size);
      expect(leader).toEqual(alone);
      for (const each of points) expect(each).toEqual(alone.points);
    }
  });

  it('stops early in the cases that are to', async () => {
    const cases = TEAM_CASES.filter(({ variant }) => variant.training.earlyStopping !== 'none');
    expect(cases).toHaveLength(3);
    for (const { name, variant, dataset, options } of cases) {
      const { epochs } = await run(variant, dataset, 'wasm', options);
      expect(epochs.trained, name).toBeLessThan(variant.training.epochs);
      expect(epochs.kept, name).toBeLessThan(epochs.trained);
    }
  });
});
