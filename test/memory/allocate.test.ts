import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import { compileKernels } from '../../src/kernels/node.js';
import { createWasmKernels } from '../../src/kernels/wasm.js';
import { allocateMemory, checkMemory, createMemory } from '../../src/memory/allocate.js';
import type { MemoryLayout } from '../../src/memory/layout.js';

const layout = (bytes: number, modelBytes = 0): MemoryLayout => ({
  bytes,
  control: 64,
  curves: [],
  outcomes: [],
  diagnoses: [],
  points: [],
  answers: [],
  models: [],
  modelBytes,
  initial: undefined,
  identity: 64,
  identityRows: 0,
  datasets: [],
  slabs: [64, 64],
  slabBytes: bytes / 2,
});

describe('checkMemory', () => {
  it('says how much a plan needs and what there is', () => {
    const find = (bytes: number, available: number) => {
      try {
        checkMemory(layout(bytes), available);
      } catch (error) {
        return (error as InputError).message;
      }
      return 'fits';
    };
    expect(find(1e6, 2e6)).toBe('fits');
    expect(find(5 * 2 ** 30, 64 * 2 ** 30)).toMatch(
      /needs 5\.0 GiB .*4\.0 GiB that a WebAssembly memory/,
    );
    expect(find(3 * 2 ** 30, 2 ** 30)).toMatch(/needs 3\.0 GiB .*1\.0 GiB that this machine has/);
  });

  it('names the networks that are kept where they are much of it', () => {
    const kept = (modelBytes: number) => () => checkMemory(layout(2 ** 30, modelBytes), 1e6);
    expect(kept(2 ** 29)).toThrow(
      /0\.5 GiB each, 0\.5 GiB for the networks that are kept\).*: keep fewer networks, use/,
    );
    expect(kept(2 ** 20)).not.toThrow(/kept/);
  });
});

describe('allocateMemory', () => {
  it('is shared, large enough and accepted by the kernels', async () => {
    const memory = createMemory();
    allocateMemory(memory, layout(100_000));
    expect(memory.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(memory.buffer.byteLength).toBe(131072);
    const { module } = await compileKernels();
    expect(createWasmKernels(module, memory).relu_forward).toBeTypeOf('function');
  });

  it('reports what the engine refuses as bad input', () => {
    expect(() => allocateMemory(createMemory(), layout(2 ** 40))).toThrow(InputError);
  });

  it('keeps what lies in the memory, and never shrinks it', () => {
    const memory = createMemory();
    allocateMemory(memory, layout(200_000));
    new Uint8Array(memory.buffer)[131072] = 7;
    allocateMemory(memory, layout(100));
    expect(memory.buffer.byteLength).toBe(262144);
    allocateMemory(memory, layout(300_000));
    expect(new Uint8Array(memory.buffer)[131072]).toBe(7);
  });
});
