import { minimumNorm } from '../math/minimum-norm.js';
import type { TrainEpoch } from './epoch.js';
import { createForward } from './evaluate.js';
import type { TrainingJob } from './job.js';

/**
 * The one epoch of the method least-squares: the layers below the output keep their parameters, and
 * the weights of the output layer become the shortest of those that minimise the squared error over
 * the training rows, in float64, rounded to float32 at the end. A bias is one more weight, on a
 * feature that is 1. The interpolating solution of random features: Belkin, Hsu, Ma & Mandal, PNAS
 * 2019, section 3.
 */
export function createSolver(job: TrainingJob): TrainEpoch {
  const { memory, variant, slab, data, shape } = job;
  const { layers, inputs } = variant.network;
  const last = layers.length - 1;
  const { units, bias } = layers[last];
  const width = last > 0 ? layers[last - 1].units : inputs;
  const features = last > 0 ? slab.layers[last - 1].output : slab.x;
  const { rows } = data.train;
  const numbers = rows * (width + (bias ? 1 : 0));
  const room = new Float64Array(memory.buffer, slab.solver, 2 * numbers + rows * shape.outputs);
  const columns = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => room.subarray(from + rows * i, from + rows * (i + 1)));
  return (_epoch, _rate, poll) => {
    const a = columns(0, width);
    const ys = columns(2 * numbers, shape.outputs);
    let done = 0;
    const collect = createForward(job, slab, 'train', poll);
    const whole = collect((_block, n) => {
      copyColumns(memory, features, slab.evaluationLd, n, a, done);
      copyColumns(memory, slab.y, slab.evaluationLd, n, ys, done);
      done += n;
    });
    if (!whole || !poll()) return false;
    if (bias) a.push(columns(rows * width, 1)[0].fill(1));
    const { weights, bias: biasAt } = slab.layers[last];
    minimumNorm(a, ys, room.subarray(numbers, 2 * numbers)).forEach((beta, unit) => {
      const at = weights.offset + 4 * unit * weights.ld;
      new Float32Array(memory.buffer, at, width).set(beta.subarray(0, width));
      if (bias) new Float32Array(memory.buffer, biasAt, units)[unit] = beta[width];
    });
    return true;
  };
}

/** Rows of `from`, features × n in steps of `ld`, to the entries of the columns from `done` on. */
function copyColumns(
  { buffer }: WebAssembly.Memory,
  from: number,
  ld: number,
  n: number,
  columns: readonly Float64Array[],
  done: number,
): void {
  columns.forEach((column, i) => {
    column.set(new Float32Array(buffer, from + 4 * i * ld, n), done);
  });
}
