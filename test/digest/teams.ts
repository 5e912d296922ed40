import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { resolveInput } from '../../src/embed/input.js';
import { compileKernels } from '../../src/kernels/node.js';
import { allocateMemory, createMemory } from '../../src/memory/allocate.js';
import { controlBytes } from '../../src/memory/control.js';
import { writeDataset, writeIdentity } from '../../src/memory/datasets.js';
import { layoutMemory, slabOf } from '../../src/memory/layout.js';
import { planSweep } from '../../src/plan/plan.js';
import { readParameters } from '../../src/train/parameters.js';
import { type Digests, digestOf, type Outcome } from './digest.js';
import { digestMatrix, type Group } from './matrix.js';
import type { TeamReport, TeamTask } from './team-member.js';

/** A worker does not inherit the loader of TypeScript. */
const MEMBER = `import('tsx/esm/api').then(({ tsImport }) =>
  tsImport('./team-member.ts', ${JSON.stringify(import.meta.url)}))`;

/** The digest of every network of the matrix, each trained by a team of `size` threads. */
export async function digestTeams(size: number): Promise<Digests> {
  const { module } = await compileKernels();
  const members = Array.from({ length: size }, () => new Worker(MEMBER, { eval: true }));
  try {
    const outcomes: Outcome[] = [];
    for (const group of digestMatrix()) {
      for (const widths of group.hidden) outcomes.push(await train(group, widths, members, module));
    }
    return digestOf(outcomes);
  } finally {
    await Promise.all(members.map((member) => member.terminate()));
  }
}

async function train(
  { networks, data, seed, training }: Group,
  widths: number[],
  members: Worker[],
  module: WebAssembly.Module,
): Promise<Outcome> {
  const size = members.length;
  const network = { ...networks, hidden: widths };
  const { config, dataset, shape } = resolveInput({ network, data, seed, training });
  const plan = planSweep(config, [{ seed: config.seed, shape }]);
  const layout = layoutMemory(plan, controlBytes(1, size), size);
  const memory = createMemory();
  allocateMemory(memory, layout);
  writeIdentity(memory, layout.identity, layout.identityRows);
  writeDataset(memory, layout.datasets[0], dataset);
  const reports = members.map(async (worker, member): Promise<TeamReport> => {
    const task: TeamTask = { memory, module, plan, layout, member, size };
    const [report] = await Promise.all([once(worker, 'message'), worker.postMessage(task)]);
    return report[0];
  });
  const [{ status, history }] = await Promise.all(reports);
  if (status !== 'done' && status !== 'diverged') throw new Error(`a team ended as ${status}`);
  return { status, history, ...readParameters(memory, slabOf(plan, 0, layout.slabs[0])) };
}
