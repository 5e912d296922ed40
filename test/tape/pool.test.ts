import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { KernelArena } from '../../src/kernels/arena.js';
import { type Block, Pool } from '../../src/tape/pool.js';

let arena: KernelArena;
let pool: Pool;

beforeEach(() => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 100 });
  arena = new KernelArena(memory, { from: 0, bytes: 100 * 65536 });
  pool = new Pool(arena);
});

describe('the pool', () => {
  it('lends the smallest block that is large enough', () => {
    const blocks = [300, 100, 200].map((bytes) => pool.lend(bytes));
    pool.take(blocks);
    expect(pool.lend(150)).toBe(blocks[2]);
    expect(pool.lend(150)).toBe(blocks[0]);
    expect(pool.lend(100)).toBe(blocks[1]);
  });

  it('lends no byte twice', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 30 });
    fc.assert(
      fc.property(sizes, sizes, (first, second) => {
        pool.take(first.map((bytes) => pool.lend(bytes)));
        const lent = second.map((bytes) => ({ ...pool.lend(bytes), asked: bytes }));
        const byPlace = [...lent].sort((a, b) => a.at - b.at);
        byPlace.forEach(({ at, asked, bytes }, i) => {
          expect(bytes).toBeGreaterThanOrEqual(asked);
          if (i > 0) expect(at).toBeGreaterThanOrEqual(byPlace[i - 1].at + byPlace[i - 1].bytes);
        });
        pool.take(lent);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('has enough for a step that it has seen before, scratch in between and all', () => {
    const step = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.boolean()));
    const run = (requests: [number, boolean][]) => {
      const kept: Block[] = [];
      for (const [bytes, isScratch] of requests) {
        const block = pool.lend(bytes);
        if (isScratch) pool.take([block]);
        else kept.push(block);
      }
      pool.take(kept);
    };
    fc.assert(
      fc.property(step, (requests) => {
        run(requests);
        const { used } = arena;
        run(requests);
        expect(arena.used).toBe(used);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('forgets what a reset of the arena gave to others', () => {
    const [kept, given] = [pool.lend(64), pool.lend(64)];
    pool.take([given]);
    arena.reset();
    const others = arena.vector(64);
    pool.take([kept]);
    for (const block of [pool.lend(64), pool.lend(64)]) {
      expect(block.at).toBeGreaterThanOrEqual(others.at + 256);
    }
  });
});
