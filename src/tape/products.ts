import { gemmScratchBytes } from '../kernels/scratch.js';
import { timesTransposed } from '../train/compile/times-transposed.js';
import type { Operation, Product } from '../train/operation.js';
import { tapeOf } from './operands.js';
import type { Backward } from './recording.js';
import { refuse } from './refuse.js';
import { run } from './run.js';
import { shapeOf, type Value } from './value.js';

/**
 * A · B, m × n from m × k and k × n: W · X of a layer, a column a sample. `gemm_nn`, and the way back
 * by `gemm_nt` and `gemm_tn`, with the sums of the trainer.
 *
 * @throws {InputError} where A has not as many columns as B has rows.
 */
export function matmul(a: Value, b: Value): Value {
  tapeOf('matmul', a, b);
  const { rows: m, columns: k } = a;
  const { columns: n } = b;
  if (k !== b.rows) {
    refuse('matmul', `${shapeOf(a)} · ${shapeOf(b)}`, `${m} × ${k} · ${k} × …: inner sizes agree`);
  }
  return product([a, b], { m, n, k }, (operands) => ({ kernel: 'gemm_nn', ...operands }), [
    (gradient) => product([gradient, b], { m, n: k, k: n }, (o) => timesTransposed(o, o.scratch)),
    (gradient) => product([a, gradient], { m: k, n, k: m }, (o) => ({ kernel: 'gemm_tn', ...o })),
  ]);
}

/** One of the three products, m × n over k. */
function product(
  [a, b]: readonly [Value, Value],
  size: { m: number; n: number; k: number },
  operation: (operands: Product & { scratch: number }) => Operation,
  backward: readonly Backward[] = [],
): Value {
  const { tape } = a;
  const { m, n, k } = size;
  return tape.compute({
    name: 'matmul',
    inputs: [a, b],
    shape: { rows: m, columns: n },
    forward: (c) =>
      tape.scratch(gemmScratchBytes(m, n, k), (scratch) =>
        run(tape.kernels, operation({ c, a, b, ...size, scratch })),
      ),
    backward,
  });
}

/** Aᵀ, n × m from m × n. Exact: `gather_rows`, which the trainer fetches its batches with. */
export function transpose(a: Value): Value {
  const tape = tapeOf('transpose', a);
  const { rows: m, columns: n } = a;
  const forward = (result: Value) =>
    tape.scratch(4 * m, (rows) => {
      const { kernels } = tape;
      const inOrder = new Uint32Array(kernels.memory.buffer, rows, m);
      for (let i = 0; i < m; i++) inOrder[i] = i;
      kernels.gather_rows(result.at, result.ld, a.at, a.ld, rows, m, n);
    });
  const shape = { rows: n, columns: m };
  return tape.compute({ name: 'transpose', inputs: [a], shape, forward, backward: [transpose] });
}
