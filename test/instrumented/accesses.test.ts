/** Every load and store of the compiled kernels stays within what the contract grants. */
import { readFile } from 'node:fs/promises';
import binaryen from 'binaryen';
import { expect, test } from 'vitest';
import { kernelsUrl } from '../../src/kernels/node.js';
import { describeCall, prepare } from '../kernels/cases/call.js';
import { bytes, field, reference } from '../kernels/cases/implementations.js';
import { choicesFor } from '../kernels/cases/shapes.js';
import { KERNELS, TABLE } from '../kernels/cases/table.js';
import { accessOf } from './access.js';
import { readModule, writeModule } from './binary/module.js';
import { Watch } from './watch.js';

const watchOver = (binary: Uint8Array) =>
  new Watch(binary, field, ({ kernel }) => TABLE[kernel] ?? []);
const watch = watchOver(bytes);
const opcodeOf = (site: Watch['sites'][number]) => site.instruction.split(' ')[0];
const opcodes = [...new Set(watch.sites.map(opcodeOf))];

/** Loads and stores in the text that another decoder makes of the binary. */
function countInText(): number {
  const module = binaryen.readBinary(bytes);
  const text = module.emitText();
  module.dispose();
  return text.match(/\((i32|i64|f32|f64|v128)\.[a-z0-9._]*(load|store|atomic|rmw)/g)?.length ?? 0;
}

test('the instrumentation passes over no load and no store', () => {
  const original = readModule(bytes).functions.flatMap(({ body }) => body);
  expect(watch.sites.length).toBe(countInText());
  expect(watch.sites.length).toBe(original.filter(accessOf).length);
  const passedOver = ['v128.load32_splat', 'v128.load32_lane', 'v128.load32_zero'];
  expect(opcodes).toEqual(expect.arrayContaining(passedOver));
});

test('the unshared binary has the same functions: what holds of one holds of both', async () => {
  const unshared = await readFile(new URL('lanewise.unshared.wasm', kernelsUrl));
  expect(readModule(unshared).functions).toEqual(readModule(bytes).functions);
});

test('decoding and encoding again changes no instruction', () => {
  const module = readModule(bytes);
  expect(readModule(writeModule(module)).functions).toEqual(module.functions);
});

test.each(KERNELS)('%s', (kernel) => {
  for (const choice of choicesFor(kernel)) {
    const call = prepare(field, reference, kernel, TABLE[kernel] ?? [], choice);
    const wrong = watch.attempt(call);
    if (wrong) throw new Error(`${describeCall(call)}: ${wrong}`);
  }
});

test('the shapes reach every load and store', () => {
  const missed = watch.sites.filter((_, site) => watch.reached[site] === 0);
  expect(missed).toEqual([]);
});

/** The binary with one instruction's static offset beyond the whole memory. */
function displace(index: number): Uint8Array {
  const module = readModule(bytes);
  let left = index;
  const functions = module.functions.map((f) => ({
    ...f,
    body: f.body.map((original) => {
      if (!accessOf(original) || left-- !== 0) return original;
      const { opcode, values } = original;
      return { opcode, values: [values[0], field.grants.length * 4, ...values.slice(2)] };
    }),
  }));
  return writeModule({ ...module, functions });
}

function firstRefusal(watch: Watch): string | undefined {
  for (const kernel of KERNELS) {
    for (const choice of choicesFor(kernel)) {
      const call = prepare(field, reference, kernel, TABLE[kernel] ?? [], choice);
      const wrong = watch.attempt(call);
      if (wrong) return wrong;
    }
  }
  return undefined;
}

test.each(opcodes)('a displaced %s is refused before it traps', (opcode) => {
  const displaced = watchOver(displace(watch.sites.findIndex((s) => opcodeOf(s) === opcode)));
  const refusal = firstRefusal(displaced);
  expect(refusal).toMatch(/which is not granted/);
  expect(refusal).toContain(opcode);
});
