import type { RowsAt } from '../memory/layout.js';
import { EVALUATION_BLOCK, type SlabLayout } from '../memory/slab.js';
import { type Bound, bind } from './bind.js';
import { compileEvaluation } from './compile.js';
import type { TrainingJob } from './job.js';
import { LOSSES } from './loss.js';
import type { StepState } from './operation.js';
import type { Seat } from './partition.js';

/** The mean loss over all rows of a set at the present parameters; undefined: the team is broken. */
export type Evaluator = () => number | undefined;

/**
 * Float64 sums of blocks of 256 rows, added in order; NaN for a set without rows. The members of a
 * team take turns at the blocks, and every member adds them all.
 *
 * @param slab where the blocks are computed; parameters as in the job.
 * @param partials byte offset of one float64 per block.
 */
export function createEvaluator(
  { memory, kernels, variant, identity }: TrainingJob,
  slab: SlabLayout,
  rows: RowsAt,
  partials: number,
  seat?: Seat,
): Evaluator {
  const state: StepState = { rows: identity, learningRate: 0, stepSize: 0, rootScale: 0 };
  const { network, training } = variant;
  const loss = LOSSES[training.loss];
  const last = network.layers.length - 1;
  const outputs = network.layers[last].units;
  const o = { at: slab.layers[last].output, ld: slab.evaluationLd };
  const y = { at: slab.y, ld: slab.evaluationLd };
  const compile = (n: number): Bound[] =>
    n > 0 ? bind(kernels, compileEvaluation(variant, slab, rows, n), state) : [];
  const blocks = Math.ceil(rows.rows / EVALUATION_BLOCK);
  const lastRows = rows.rows - EVALUATION_BLOCK * (blocks - 1);
  const whole = compile(blocks > 1 ? EVALUATION_BLOCK : 0);
  const rest = compile(blocks > 0 ? lastRows : 0);
  const sums = new Float64Array(memory.buffer, partials, blocks);
  const divisor = loss.divisor(outputs, rows.rows);
  const { member, size } = seat ?? { member: 0, size: 1 };
  return () => {
    for (let block = member; block < blocks; block += size) {
      const final = block === blocks - 1;
      const list = final ? rest : whole;
      state.rows = identity + 4 * EVALUATION_BLOCK * block;
      for (let i = 0; i < list.length; i++) list[i]();
      sums[block] = loss.sum(kernels, o, y, outputs, final ? lastRows : EVALUATION_BLOCK);
    }
    if (seat && !seat.barrier()) return undefined;
    let sum = 0;
    for (let block = 0; block < blocks; block++) sum += sums[block];
    return sum / divisor;
  };
}
