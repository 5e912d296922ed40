import type { RowsAt } from '../../memory/layout.js';
import { fuse } from '../fuse.js';
import type { TrainingJob } from '../job.js';
import { lossOf } from '../loss.js';
import type { Operation } from '../operation.js';
import { type Member, partition } from '../partition.js';
import { gather, gatherTraining } from './batch.js';
import { backward, backwardToInputs, forward } from './network.js';
import { penalties, update } from './update.js';

/** One update on a minibatch of n samples as a flat list: gather, forward, loss, backward, update. */
export function compileStep(job: TrainingJob, n: number): Operation[] {
  return fuse(plainStep(job, n));
}

/** The part of a member of a team in one update, in phases with a barrier after each. */
export function compileTeamStep(job: TrainingJob, n: number, team: Member): Operation[][] {
  return partition(plainStep(job, n), team).map(fuse);
}

/** Gather and forward pass of one evaluation block of n samples. */
export function compileEvaluation(job: TrainingJob, rows: RowsAt, n: number): Operation[] {
  const ld = job.slab.evaluationLd;
  return fuse([...gather(job, rows, n, ld), ...forward(job, n, ld, false)]);
}

/**
 * Forward and backward pass over a batch of n samples, with the gradients of the penalties; the
 * gradient at the inputs takes the place of the inputs. Nothing is fused, nothing updated.
 */
export function compileGradients(job: TrainingJob, n: number): Operation[] {
  return [...passes(job, n, true), ...backwardToInputs(job, n), ...penalties(job)];
}

function plainStep(job: TrainingJob, n: number): Operation[] {
  return [...passes(job, n), ...update(job)];
}

/** Gather, forward, loss, backward. */
function passes(job: TrainingJob, n: number, toInputs = false): Operation[] {
  const { slab, variant } = job;
  const { layers } = variant.network;
  const ld = slab.batchLd;
  const last = layers.length - 1;
  const output = { at: slab.layers[last].output, ld };
  const delta = { at: slab.layers[last].delta, ld };
  const loss = lossOf(variant.training.loss);
  return [
    ...gatherTraining(job, n, ld),
    ...forward(job, n, ld, true),
    loss.delta(delta, output, { at: slab.y, ld }, layers[last].units, n),
    ...backward(job, n, toInputs),
  ];
}
