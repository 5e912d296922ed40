import type { Kernels } from '../dist/kernels/contract.js';
import { ceil4 } from '../dist/kernels/contract.js';
import { gemmScratchBytes } from '../dist/kernels/scratch.js';
import { Arena } from '../dist/memory/arena.js';
import { type BenchCase, createKernels, createMemory } from './case.js';

export type Form = 'gemm_nn' | 'gemm_tn' | 'gemm_nt';

/** m×n×k. */
const SHAPES = [
  [64, 64, 64],
  [128, 128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [1024, 1024, 1024],
  [100, 100, 784],
  [100, 784, 100],
  [784, 100, 100],
  [1024, 128, 1024],
] as const;

export const gemmCases: BenchCase[] = (['gemm_nn', 'gemm_tn', 'gemm_nt'] as const).flatMap((form) =>
  SHAPES.map((shape) => gemmCase(form, shape)),
);

/** A product of matrices whose rows follow one another without a gap. */
export function gemmCase(form: Form, [m, n, k]: readonly [number, number, number]): BenchCase {
  return {
    name: `${form}/${m}x${n}x${k}`,
    flops: 2 * m * n * k,
    prepare: async (backend) => {
      const arena = new Arena(64);
      const [rowsA, columnsA] = form === 'gemm_tn' ? [k, m] : [m, k];
      const [rowsB, columnsB] = form === 'gemm_nt' ? [n, k] : [k, n];
      const [lda, ldb, ldc] = [ceil4(columnsA), ceil4(columnsB), ceil4(n)];
      const a = arena.take(4 * rowsA * lda);
      const b = arena.take(4 * rowsB * ldb);
      const c = arena.take(4 * m * ldc);
      const scratch = arena.take(gemmScratchBytes(m, n, k));
      const memory = createMemory(arena.end);
      fill(memory, a, rowsA * lda);
      fill(memory, b, rowsB * ldb);
      const kernels: Kernels = await createKernels(backend, memory);
      return product(kernels, form, [c, ldc, a, lda, b, ldb, m, n, k, scratch]);
    },
  };
}

type Arguments = [
  c: number,
  ldc: number,
  a: number,
  lda: number,
  b: number,
  ldb: number,
  m: number,
  n: number,
  k: number,
  scratch: number,
];

/** One closure per form, as the trainer has it. */
function product(kernels: Kernels, form: Form, args: Arguments): () => void {
  const [c, ldc, a, lda, b, ldb, m, n, k, scratch] = args;
  if (form === 'gemm_nn') return () => kernels.gemm_nn(c, ldc, a, lda, b, ldb, m, n, k, scratch);
  if (form === 'gemm_tn') return () => kernels.gemm_tn(c, ldc, a, lda, b, ldb, m, n, k, scratch);
  return () => kernels.gemm_nt(c, ldc, a, lda, b, ldb, m, n, k, scratch);
}

/** Multiples of 1/64 in [−1, 1): nothing subnormal, nothing infinite. */
function fill(memory: WebAssembly.Memory, offset: number, floats: number): void {
  const values = new Float32Array(memory.buffer, offset, floats);
  for (let i = 0; i < floats; i++) values[i] = ((i * 37) % 128) / 64 - 1;
}
