import { ceil4 } from '../../kernels/contract.js';
import type { TrainingJob } from '../job.js';
import type { Operation, Range } from '../operation.js';
import { type Trained, updateOperations } from '../optimizer.js';

/** From the gradients of the data loss to new parameters: penalties, clipping, optimizer. */
export function update(job: TrainingJob): Operation[] {
  const trained = trainedRanges(job);
  if (trained.all.length === 0) return [];
  return [
    ...penalties(job),
    ...clipping(job, trained.all),
    ...updateOperations(job.variant.training.optimizer, job.slab, trained),
  ];
}

/** The gradient of l1 · Σ|w| + l2 · Σw². */
export function penalties(job: TrainingJob): Operation[] {
  const { slab, variant } = job;
  const { l1, l2 } = variant.training.penalty;
  return trainedRanges(job).weights.flatMap((range): Operation[] => {
    const p = slab.parameters + 4 * range.from;
    const g = slab.gradients + 4 * range.from;
    return [
      ...(l1 > 0 ? [{ kernel: 'add_sign', ...range, p, g, factor: l1 } as const] : []),
      ...(l2 > 0 ? [{ kernel: 'add_scaled', ...range, p, g, factor: 2 * l2 } as const] : []),
    ];
  });
}

function clipping({ slab, variant }: TrainingJob, all: readonly Range[]): Operation[] {
  const { clip } = variant.training;
  if (clip === 'none') return [];
  const at = ({ from }: Range) => slab.gradients + 4 * from;
  const { limit } = clip;
  if (clip.name === 'value') {
    return all.map((range) => ({ kernel: 'clamp', ...range, a: at(range), limit }));
  }
  const blocks = all.map((range) => ({ at: at(range), count: range.count }));
  return [
    { kernel: 'square_sum', blocks, limit },
    ...all.map((range): Operation => ({ kernel: 'scale', ...range, a: at(range), by: 'clip' })),
  ];
}

/** The parameters of layers that are not frozen, neighbours joined. A layer without bias keeps its
 * zeros: they have no gradient. */
function trainedRanges({ slab, variant }: TrainingJob): Trained {
  const total = slab.parameterFloats;
  const all: Range[] = [];
  const weights: Range[] = [];
  variant.network.layers.forEach(({ frozen, units }, l) => {
    if (frozen) return;
    const matrix = slab.layers[l].weights;
    const from = (matrix.offset - slab.parameters) / 4;
    const floats = units * matrix.ld;
    const count = floats + ceil4(units);
    weights.push({ from, count: floats, total });
    const previous = all[all.length - 1];
    if (previous && previous.from + previous.count === from) previous.count += count;
    else all.push({ from, count, total });
  });
  return { all, weights };
}
