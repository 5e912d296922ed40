import { beforeEach, describe, expect, it } from 'vitest';
import { KernelArena } from '../../src/kernels/arena.js';
import { gemmScratchBytes } from '../../src/kernels/scratch.js';

const PAGE = 65536;
let arena: KernelArena;

beforeEach(() => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 3 });
  arena = new KernelArena(memory, { from: 0, bytes: 3 * PAGE });
});

describe('the arena', () => {
  it('hands out zeroed, aligned matrices that do not overlap', () => {
    new Float32Array(arena.memory.buffer).fill(7);
    const a = arena.matrix(3, 5);
    const b = arena.matrix(2, 7, 12);
    expect([a.ld, b.ld]).toEqual([8, 12]);
    expect([a.at % 64, b.at % 64]).toEqual([0, 0]);
    expect(b.at).toBeGreaterThanOrEqual(a.at + 4 * 3 * 8);
    expect(b.data).toEqual(new Float32Array(24));
    expect(arena.used).toBe(b.at + 4 * 24);
  });

  it('writes and reads the real columns alone', () => {
    const matrix = arena.matrix(2, 3);
    matrix.data.fill(9);
    matrix.write([1, 2, 3, 4, 5, 6]);
    expect([...matrix.data]).toEqual([1, 2, 3, 9, 4, 5, 6, 9]);
    expect([...matrix.read()]).toEqual([1, 2, 3, 4, 5, 6]);
    matrix.set(1, 2, 0.1);
    expect(matrix.get(1, 2)).toBe(Math.fround(0.1));
    expect(() => matrix.get(0, 3)).toThrow(/element \(0, 3\) in a 2 × 3 matrix/);
    expect(() => matrix.set(-1, 0, 1)).toThrow(RangeError);
    expect(() => matrix.get(Number.NaN, 0)).toThrow(RangeError);
    expect(() => matrix.write([1])).toThrow(/found 1 values, expected 2 × 3/);
  });

  it('grows the memory up to its limit; older tensors see it', () => {
    const first = arena.matrix(1, 4).write([1, 2, 3, 4]);
    arena.matrix(1, PAGE / 4);
    expect([...first.read()]).toEqual([1, 2, 3, 4]);
    expect(arena.memory.buffer.byteLength).toBe(2 * PAGE);
    expect(() => arena.matrix(1, (2 * PAGE) / 4)).toThrow(/raise maximumBytes .* or reset/);
    expect(arena.used).toBe(64 + PAGE);
    arena.reset();
    expect(() => arena.matrix(3, PAGE / 4)).not.toThrow();
  });

  it('says so when the memory cannot grow that far', () => {
    const tight = new KernelArena(new WebAssembly.Memory({ initial: 1, maximum: 1 }), {
      from: 0,
      bytes: 2 * PAGE,
    });
    expect(() => tight.matrix(2, PAGE / 4)).toThrow(/found no room for 131072 bytes/);
  });

  it('refuses what was handed out before a reset or disposal', () => {
    const before = arena.vector(3);
    arena.reset();
    const after = arena.vector(3);
    expect(after.at).toBe(before.at);
    expect(() => before.data).toThrow(/was reset/);
    arena.dispose();
    expect(() => after.data).toThrow(/were disposed/);
    expect(() => arena.vector(1)).toThrow(/were disposed/);
  });

  it('keeps row numbers and scratch', () => {
    expect([...arena.rowNumbers([3, 1, 2]).data]).toEqual([3, 1, 2]);
    const used = arena.scratch(5, 6, 7);
    expect(arena.used).toBe(used + gemmScratchBytes(5, 6, 7));
  });

  it('stays in its region and looks at matrices elsewhere', () => {
    const mine = new KernelArena(arena.memory, { from: 128, bytes: 64 });
    expect(mine.vector(16).at).toBe(128);
    expect(() => mine.vector(1)).toThrow(RangeError);
    const other = arena.matrix(2, 2).write([1, 2, 3, 4]);
    expect([...mine.matrixAt(other.at, 2, 2).read()]).toEqual([1, 2, 3, 4]);
    expect(() => mine.matrixAt(2, 1, 1)).toThrow(/multiple of 4/);
    expect(() => mine.matrixAt(PAGE - 16, 2, 4)).toThrow(/beyond the memory/);
  });

  it.each([
    [() => arena.matrix(-1, 2), /rows -1/],
    [() => arena.matrix(1, 2.5), /columns 2.5/],
    [() => arena.matrix(1, 9, 8), /found ld 8, expected 12/],
    [() => arena.scratch(Number.NaN, 1, 1), /m NaN/],
  ])('refuses sizes that are none: %s', (allocate, message) => {
    expect(allocate).toThrow(message);
  });
});
