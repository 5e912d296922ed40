import { EVALUATION_BLOCK, type SlabLayout } from '../memory/slab.js';
import { forwardFlops } from '../plan/flops.js';
import { SET_VALUES, type SetName } from '../plan/metrics.js';
import { type Bound, bind } from './bind.js';
import { compileEvaluation } from './compile/step.js';
import type { TrainingJob } from './job.js';
import { lossOf } from './loss.js';
import { createMeter } from './meter.js';
import { paced } from './pace.js';
import type { Seat } from './partition.js';
import { createStepState } from './step-state.js';

/** Loss and metrics over all rows of a set at the present parameters, in a view that is written
 * again each time; undefined: interrupted, or the team is broken. */
export type Evaluator = () => Float64Array | undefined;

/** Calls `visit` with the outputs of every block of 256 rows that is this member's; false when it was
 * interrupted. */
export type VisitBlocks = (visit: (block: number, rows: number) => void) => boolean;

/**
 * The forward pass over a set, block by block, the members of a team in turn.
 *
 * @param poll asked every fraction of a millisecond; false interrupts.
 */
export function createForward(
  job: TrainingJob,
  slab: SlabLayout,
  set: SetName,
  poll: () => boolean,
  seat?: Seat,
): VisitBlocks {
  const { kernels, data } = job;
  const rows = data[set];
  const state = createStepState();
  const here = { ...job, slab };
  const compile = (n: number): Bound[] =>
    n > 0 ? bind(kernels, compileEvaluation(here, rows, n), state) : [];
  const blocks = Math.ceil(rows.rows / EVALUATION_BLOCK);
  const lastRows = rows.rows - EVALUATION_BLOCK * (blocks - 1);
  const whole = compile(blocks > 1 ? EVALUATION_BLOCK : 0);
  const rest = compile(blocks > 0 ? lastRows : 0);
  const { member, size } = seat ?? { member: 0, size: 1 };
  const goesOn = paced(forwardFlops(job.variant.network, EVALUATION_BLOCK));
  return (visit) => {
    for (let block = member; block < blocks; block += size) {
      if (!goesOn(poll)) return false;
      const final = block === blocks - 1;
      const list = final ? rest : whole;
      state.rows = rows.order + 4 * EVALUATION_BLOCK * block;
      for (let i = 0; i < list.length; i++) list[i]();
      visit(block, final ? lastRows : EVALUATION_BLOCK);
    }
    return true;
  };
}

/**
 * Float64 sums of blocks of 256 rows, added in order; NaN for a set without rows. Every member of a
 * team adds them all.
 *
 * @param slab where the blocks are computed; parameters as in the job.
 */
export function createEvaluator(
  job: TrainingJob,
  slab: SlabLayout,
  set: SetName,
  poll: () => boolean,
  seat?: Seat,
): Evaluator {
  const { memory, kernels, variant, data } = job;
  const { rows } = data[set];
  const { layers } = variant.network;
  const last = layers.length - 1;
  const outputs = layers[last].units;
  const loss = lossOf(variant.training.loss);
  const meter = createMeter(job, set);
  const o = { at: slab.layers[last].output, ld: slab.evaluationLd };
  const y = { at: slab.y, ld: slab.evaluationLd };
  const blocks = Math.ceil(rows / EVALUATION_BLOCK);
  const sums = new Float64Array(memory.buffer, job.slab.sums[set], SET_VALUES * blocks);
  const divisor = loss.divisor(outputs, rows);
  const visit = createForward(job, slab, set, poll, seat);
  const values = new Float64Array(SET_VALUES);
  return () => {
    const whole = visit((block, n) => {
      const at = SET_VALUES * block;
      sums[at] = loss.sum(kernels, o, y, outputs, n);
      meter.add(sums, at, o, y, outputs, n);
    });
    if (!whole) return undefined;
    if (seat && !seat.barrier()) return undefined;
    values.fill(0);
    for (let i = 0; i < sums.length; i++) values[i % SET_VALUES] += sums[i];
    if (rows === 0) return values.fill(Number.NaN);
    values[0] /= divisor;
    meter.finish(values);
    return values;
  };
}

/**
 * Evaluates only where the parameters have changed since.
 *
 * @param age another number after every change.
 */
export function remembered(evaluate: Evaluator, age: () => number): Evaluator {
  let known: Float64Array | undefined;
  let at = -1;
  return () => {
    if (at === age() && known) return known;
    known = evaluate();
    at = age();
    return known;
  };
}
