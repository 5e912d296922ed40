import type { Outcome } from '../memory/outcome.js';
import type { SlabLayout } from '../memory/slab.js';
import { countingOf, thresholdOf } from '../plan/metrics.js';
import { createForward } from './evaluate.js';
import type { TrainingJob } from './job.js';

/** Counts the test samples by class (row) and by the network's answer (column). */
export function countConfusion(
  job: TrainingJob,
  slab: SlabLayout,
  { classes, confusion: counts }: Pick<Outcome, 'classes' | 'confusion'>,
  poll: () => boolean,
): void {
  const { memory, variant, shape } = job;
  const { layers } = variant.network;
  const { output } = slab.layers[layers.length - 1];
  const ld = slab.evaluationLd;
  const threshold = thresholdOf(variant.training.loss);
  const counting = countingOf(variant.training.loss, shape);
  const view = (at: number, rows: number) => new Float32Array(memory.buffer, at, rows * ld);
  const o = view(output, shape.classes ?? shape.outputs);
  const y = view(slab.y, shape.outputs);
  const answerOf = (j: number) =>
    counting === 'threshold' ? Number(o[j] > threshold) : largest(o, ld, classes, j);
  const classOf = (j: number) =>
    counting === 'one-hot'
      ? largest(y, ld, classes, j)
      : counting === 'label'
        ? y[j]
        : Number(y[j] > 0.5);
  counts.fill(0);
  const visit = createForward(job, slab, 'test', poll);
  visit((_, n) => {
    for (let j = 0; j < n; j++) counts[classOf(j) * classes + answerOf(j)]++;
  });
}

/** The row with the largest value of column j; the first of equals. */
function largest(values: Float32Array, ld: number, rows: number, j: number): number {
  let best = 0;
  for (let i = 1; i < rows; i++) if (values[i * ld + j] > values[best * ld + j]) best = i;
  return best;
}
