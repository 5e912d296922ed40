import type { SweepInput } from '../../dist/events.js';
import type { Backend } from '../../dist/kernels/contract.js';
import { availableThreads } from '../../dist/pool/threads.js';
import { sweep } from '../../dist/sweep.js';
import type { BenchCase } from '../case.js';
import { type Form, gemmCase } from '../gemm.bench.js';
import { optimizerOf, trainersOf, variantOf } from '../trainer.js';
import { bestMicroseconds } from './time.js';

/** One line of a figure. */
export interface Series {
  name: string;
  points: [x: number, y: number][];
}

const SIZES = [8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1000];
const UPDATES = 10;
const WIDTHS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];

/** GFLOP/s of square products over their size. */
export async function measureProducts(): Promise<Series[]> {
  const line = async (form: Form, backend: Backend, name: string, sizes: number[]) => {
    const points: Series['points'] = [];
    for (const size of sizes) {
      const us = await bestMicroseconds(gemmCase(form, [size, size, size]), backend);
      points.push([size, round((2 * size * size * size) / us / 1000)]);
    }
    return { name, points };
  };
  return [
    await line('gemm_nn', 'wasm', 'A·B', SIZES),
    await line('gemm_tn', 'wasm', 'Aᵀ·B', SIZES),
    await line('gemm_nt', 'wasm', 'A·Bᵀ', SIZES),
    await line(
      'gemm_nn',
      'js',
      'A·B in plain JS',
      SIZES.filter((size) => size <= 512),
    ),
  ];
}

/** Microseconds of one update of 4-h-1 on 100 samples over h. */
export async function measureUpdates(): Promise<Series[]> {
  const line = async (optimizer: 'sgd' | 'adam', backend: Backend, name: string) => {
    const points: Series['points'] = [];
    for (const width of WIDTHS) {
      const us = await bestMicroseconds(epochCase(width, optimizer), backend);
      points.push([width, round(us / UPDATES)]);
    }
    return { name, points };
  };
  return [
    await line('sgd', 'js', 'SGD in plain JS'),
    await line('adam', 'wasm', 'Adam'),
    await line('sgd', 'wasm', 'SGD'),
  ];
}

/** An epoch of ten updates on 100 samples each. */
function epochCase(width: number, optimizer: 'sgd' | 'adam'): BenchCase {
  const variant = variantOf([4, width, 1], 100, optimizerOf(optimizer));
  return {
    name: variant.id,
    flops: 0,
    prepare: async (backend) => {
      const [train] = await trainersOf(backend, [variant], 100 * UPDATES);
      return train;
    },
  };
}

/** Times as fast as one thread, over threads: the default sweep ten times as long, and one network. */
export async function measureThreads(): Promise<Series[]> {
  const many: SweepInput = { training: { epochs: 250 } };
  const one: SweepInput = {
    seeds: 1,
    data: { kind: 'arrays', train: rows(2560), test: rows(256) },
    networks: { hidden: [[1024, 1024]] },
    training: { epochs: 3, batchSize: 128, optimizer: optimizerOf('sgd') },
    evaluate: { every: 3 },
  };
  return [
    await speedUp('sweep of 100 trainings', many),
    await speedUp('one network, 784-1024-1024-10', one),
  ];
}

async function speedUp(name: string, input: SweepInput): Promise<Series> {
  const all = Array.from({ length: availableThreads() }, (_, i) => i + 1);
  const threads = all.filter((count) => count <= 4 || count % 4 === 0);
  const best = new Map(threads.map((count) => [count, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < 4; round++) {
    for (const count of threads)
      best.set(count, Math.min(best.get(count)!, await span(input, count)));
  }
  return { name, points: threads.map((count) => [count, round(best.get(1)! / best.get(count)!)]) };
}

/** From the start of the first training to the end of the last, ms. */
async function span(input: SweepInput, threads: number): Promise<number> {
  const { manifest } = await sweep(input, { threads }).outcome;
  const starts = manifest.trials.map(({ startMs }) => startMs);
  return Math.max(...manifest.trials.map(({ endMs }) => endMs)) - Math.min(...starts);
}

function rows(count: number) {
  const draw = (i: number) => (((i * 2654435761) >>> 16) % 256) / 128 - 1;
  const matrix = (width: number, salt: number) =>
    Array.from({ length: count }, (_, r) =>
      Float32Array.from({ length: width }, (_, c) => draw(salt + r * width + c)),
    );
  return { x: matrix(784, 1), y: matrix(10, 77) };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
