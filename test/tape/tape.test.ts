import { describe, expect, it } from 'vitest';
import { type KernelLibrary, loadKernels } from '../../src/entries/kernels-node.js';
import {
  add,
  gradients,
  InputError,
  matmul,
  mse,
  Optimizer,
  relu,
  softmax,
  softmaxCrossEntropy,
  sum,
  Tape,
  type Value,
} from '../../src/entries/tape.js';
import { BACKENDS, kernels, numbersOf, tapes } from './support.js';

const tape = tapes.wasm;

describe('a recording', () => {
  it('returns what its body returns, and passes on what it throws', () => {
    expect(tape.record(() => 7)).toBe(7);
    expect(() =>
      tape.record(() => {
        throw new RangeError('mine');
      }),
    ).toThrow(new RangeError('mine'));
  });

  it('releases what was made in it, parameters aside', () => {
    const [inside, result, parameter] = tape.record(() => {
      const constant = tape.constant([1, 2]);
      return [constant, add(constant, 1), tape.parameter([3, 4])];
    });
    expect([inside.released, result.released, parameter.released]).toEqual([true, true, false]);
    expect([...parameter.read()]).toEqual([3, 4]);
    const message =
      'found a 2 × 1 value whose recording has ended, expected one that is still there: take what ' +
      'you need of it, by read() or item(), before record() returns';
    expect(() => result.read()).toThrow(`value: ${message}`);
    expect(() => result.data).toThrow(message);
    expect(() => result.toRows()).toThrow(message);
    tape.record(() => expect(() => relu(result)).toThrow(`relu: ${message}`));
  });

  it('releases what a body made that threw', () => {
    const { arena } = kernels.wasm;
    const step = () =>
      tape.record(() => {
        tape.constant(numbersOf(50, 50, 1));
        throw new Error('half way');
      });
    expect(step).toThrow('half way');
    const { used } = arena;
    for (let i = 0; i < 10; i++) expect(step).toThrow('half way');
    expect(arena.used).toBe(used);
  });

  it('may lie inside another, whose values it can use and differentiate', () => {
    const w = tape.parameter([[2]]);
    tape.record(() => {
      const outer = add(w, 1);
      const inner = tape.record(() => {
        const loss = sum(matmul(outer, outer));
        return { loss, slope: gradients(loss, [w])[0].item() };
      });
      expect(inner.slope).toBe(6);
      expect([inner.loss.released, outer.released]).toEqual([true, false]);
      expect(gradients(sum(outer), [w])[0].item()).toBe(1);
    });
  });

  it('refuses a body that goes on after it', async () => {
    const body = async () => {
      const x = tape.constant(1);
      await null;
      return x.item();
    };
    expect(() => tape.record(body)).toThrow(
      'record: found a promise, expected a body that is done when it returns',
    );
    // What the promise comes to, a rejection here, is nobody's to handle any more.
    await new Promise((resolve) => setTimeout(resolve));
  });

  it('keeps what is made outside of it', () => {
    const { used } = kernels.wasm.arena;
    const x = tape.samples([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect([x.rows, x.columns, x.tracked]).toEqual([2, 3, false]);
    tape.record(() => expect([...add(x, 0).read()]).toEqual([1, 3, 5, 2, 4, 6]));
    expect(x.toRows().map((row) => [...row])).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    expect(kernels.wasm.arena.used).toBeGreaterThan(used);
  });

  it('is needed to compute', () => {
    const w = tape.parameter([1]);
    const message = 'found no recording, expected it inside of tape.record(() => …)';
    expect(() => relu(w)).toThrow(`relu: ${message}`);
    expect(() => gradients(w, [w])).toThrow(`gradients: ${message}`);
  });
});

describe.each(BACKENDS)('memory, %s', (backend) => {
  it.each([true, false])('returns to its level after every step (shared: %s)', async (shared) => {
    const library = await loadKernels({ backend, shared, bytes: 1 << 18 });
    const own = new Tape(library);
    const [w, b] = [own.parameter(numbersOf(9, 4, 1)), own.parameter(numbersOf(9, 1, 2))];
    const optimizer = new Optimizer([w, b], 'adam');
    const losses: number[] = [];
    const step = (samples: number) => {
      const x = numbersOf(samples, 4, 3);
      const y = numbersOf(samples, 9, 4);
      return own.record(() => {
        const o = relu(add(matmul(w, own.samples(x)), b));
        const loss = mse(o, own.samples(y));
        optimizer.apply(gradients(loss, [w, b]));
        return loss.item();
      });
    };
    const used: number[] = [];
    for (let epoch = 0; epoch < 40; epoch++) {
      // The last batch of an epoch is short; it finds room in what the others had.
      for (const samples of [20, 20, 7]) losses.push(step(samples));
      used.push(library.arena.used);
    }
    expect(new Set(used).size).toBe(1);
    expect(losses[117]).toBeLessThan(losses[0]);
    expect(library.memory.buffer.byteLength).toBeLessThanOrEqual(1 << 18);
  });
});

it('wants kernels that are there', () => {
  const message = 'Tape: found no kernels, expected some: new Tape(await loadKernels())';
  const forgotten = loadKernels() as unknown as KernelLibrary;
  for (const odd of [forgotten, undefined as unknown as KernelLibrary]) {
    expect(() => new Tape(odd)).toThrow(message);
  }
});

it('survives a memory that grows under it', async () => {
  const library = await loadKernels({ bytes: 65536 });
  const own = new Tape(library);
  const w = own.parameter(numbersOf(60, 60, 1));
  own.record(() => {
    let x: Value = own.constant(numbersOf(60, 50, 2));
    for (let i = 0; i < 20; i++) x = softmax(matmul(w, x));
    expect(sum(x).item()).toBeCloseTo(50, 4);
    expect(gradients(sum(x), [w])[0].read().every(Number.isFinite)).toBe(true);
  });
  expect(library.memory.buffer.byteLength).toBeGreaterThan(65536);
});

it('ends with the arena or the kernels', async () => {
  const library = await loadKernels();
  const own = new Tape(library);
  const before = own.parameter([1, 2]);
  library.arena.reset();
  expect(() => before.read()).toThrow('the arena of this tensor was reset');
  const after = own.parameter([3, 4]);
  own.record(() => {
    expect(() => relu(before)).toThrow('the arena of this tensor was reset');
    expect([...relu(after).read()]).toEqual([3, 4]);
  });
  library.dispose();
  expect(() => after.read()).toThrow('disposed');
  expect(() => own.record(() => relu(after))).toThrow('disposed');
});

describe('operations refuse, in one line with their name', () => {
  const a = tape.parameter(numbersOf(3, 4, 1));
  const b = tape.parameter(numbersOf(5, 2, 1));
  const column = tape.constant([1, 2, 3]);
  const other = new Tape(kernels.wasm).parameter([1, 2, 3]);
  const odd = (x: unknown) => x as Value;

  it.each<[string, () => unknown, string]>([
    [
      'matmul',
      () => matmul(a, b),
      'found 3 × 4 · 5 × 2, expected 3 × 4 · 4 × …: inner sizes agree',
    ],
    ['add', () => add(a, b), 'found 3 × 4 and 5 × 2, expected equal sizes, or 1 where they differ'],
    ['add', () => add(column, other), 'found a value of another tape, expected all of one tape'],
    ['add', () => add(a, other), 'found a value of another tape, expected all of one tape'],
    ['add', () => add(1, 2), 'found 1, expected a value of a tape'],
    ['matmul', () => matmul(a, odd([[1]])), 'found a list, expected a value of a tape'],
    ['relu', () => relu(odd(undefined)), 'found nothing, expected a value of a tape'],
    ['matmul', () => matmul(a, odd(3)), 'found 3, expected a value of a tape'],
    ['mse', () => mse(a, column), 'found 3 × 4 outputs and 3 × 1 targets, expected 3 × 4 targets'],
    ['mse', () => mse(a, a), 'found targets that depend on a parameter, expected constants'],
    [
      'softmaxCrossEntropy',
      () => softmaxCrossEntropy(a, tape.constant([[0, 1, 2, 3]])),
      'found class 3 of sample 3, expected whole numbers from 0 to 2',
    ],
    [
      'softmaxCrossEntropy',
      () => softmaxCrossEntropy(a, a),
      'found 3 × 4 outputs and 3 × 4 targets, expected 1 × 4 targets',
    ],
  ])('%s', (name, operation, message) => {
    const found = tape.record(() => {
      try {
        return operation();
      } catch (error) {
        return error;
      }
    });
    expect(found).toBeInstanceOf(InputError);
    expect((found as InputError).problems).toHaveLength(1);
    expect((found as InputError).message).toBe(`${name}: ${message}`);
  });
});
