import type { RowsAt } from '../memory/layout.js';
import { EVALUATION_BLOCK } from '../memory/slab.js';
import { createForward } from '../train/evaluate.js';
import type { TrainingJob } from '../train/job.js';

/**
 * Writes what a trained network answers at the points, sample by sample, with the bits of an evaluation.
 *
 * @param at byte offset of points × outputs float32.
 * @param poll asked every fraction of a millisecond; false ends the work.
 * @returns false where it was ended.
 */
export function recordAnswers(
  job: TrainingJob,
  points: RowsAt,
  at: number,
  poll: () => boolean,
): boolean {
  const { memory, slab, variant } = job;
  const last = variant.network.layers.length - 1;
  const { units } = variant.network.layers[last];
  const ld = slab.evaluationLd;
  const outputs = new Float32Array(memory.buffer, slab.layers[last].output, units * ld);
  const answers = new Float32Array(memory.buffer, at, points.rows * units);
  const visit = createForward({ ...job, data: { ...job.data, test: points } }, slab, 'test', poll);
  return visit((block, rows) => {
    for (let j = 0; j < rows; j++) {
      const to = (EVALUATION_BLOCK * block + j) * units;
      for (let k = 0; k < units; k++) answers[to + k] = outputs[k * ld + j];
    }
  });
}
