/**
 * Random shapes, strides, alignments and values: every kernel against the reference, word by word.
 * A counterexample shrinks to the smallest shape and layout, named in the message.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attempt, describeCall, prepare } from './cases/call.js';
import { field, module, reference, wasm } from './cases/implementations.js';
import type { Choice } from './cases/place.js';
import { KERNELS, TABLE } from './cases/table.js';

const RUNS = 300;

const size = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 70 }));
/** Beyond ceil4(columns): with it, most leading dimensions are odd, and many prime. */
const gaps = fc.array(fc.constantFrom(0, 1, 2, 3, 5, 7, 11, 13, 149), {
  minLength: 1,
  maxLength: 6,
});
/** Offsets are multiples of 4 bytes, and no more. */
const skips = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 6 });

function choices(length: number): fc.Arbitrary<Choice> {
  return fc.record({
    ...{ m: size, n: size, k: size, gaps, skips },
    values: fc.constantFrom('unit', 'wide', 'tiny', 'mixed', 'floats', 'special'),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    inPlace: fc.boolean(),
    flush: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: length - 1 })),
  });
}

test('every kernel of the module has a row in the table', () => {
  const exported = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'function');
  expect([...KERNELS].sort()).toEqual(exported.map(({ name }) => name).sort());
});

test.each(KERNELS)('%s', (kernel) => {
  const list = TABLE[kernel] ?? [];
  fc.assert(
    fc.property(choices(list.length), (choice) => {
      const call = prepare(field, reference, kernel, list, choice);
      const wrong = attempt(field, wasm, call);
      if (wrong) throw new Error(`${describeCall(call)}: ${wrong}`);
    }),
    { numRuns: RUNS },
  );
});
