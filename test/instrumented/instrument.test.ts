/** Every load and store that the format has is seen with its address and its width. */
import binaryen from 'binaryen';
import { expect, test } from 'vitest';
import { instrument } from './instrument.js';

const OFFSET = 24;
const ADDRESS = 40;

/** Bytes of an access, and the instructions of that width. */
const LOADS: readonly [number, string][] = [
  [1, 'i32.load8_s i32.load8_u i64.load8_s i64.load8_u v128.load8_splat'],
  [2, 'i32.load16_s i32.load16_u i64.load16_s i64.load16_u v128.load16_splat'],
  [4, 'i32.load f32.load i64.load32_s i64.load32_u v128.load32_splat v128.load32_zero'],
  [8, 'i64.load f64.load v128.load64_splat v128.load64_zero v128.load8x8_s v128.load8x8_u'],
  [8, 'v128.load16x4_s v128.load16x4_u v128.load32x2_s v128.load32x2_u'],
  [16, 'v128.load'],
];
const STORES: readonly [number, string][] = [
  [1, 'i32.store8 i64.store8'],
  [2, 'i32.store16 i64.store16'],
  [4, 'i32.store f32.store i64.store32'],
  [8, 'i64.store f64.store'],
  [16, 'v128.store'],
];
const LANES: readonly [number, string][] = [
  [1, 'v128.load8_lane v128.store8_lane'],
  [2, 'v128.load16_lane v128.store16_lane'],
  [4, 'v128.load32_lane v128.store32_lane'],
  [8, 'v128.load64_lane v128.store64_lane'],
];

const NOTHING = '(v128.const i32x4 0 0 0 0)';
const value = (name: string) =>
  name.startsWith('v128') ? NOTHING : `(${name.split('.')[0]}.const 0)`;
const at = (name: string) => `${name} offset=${OFFSET}`;
const load = (name: string) => `(drop (${at(name)} (local.get 0)))`;
const store = (name: string) => `(${at(name)} (local.get 0) ${value(name)})`;
const lane = (name: string) => {
  const access = `(${at(name)} 1 (local.get 0) ${NOTHING})`;
  return name.includes('load') ? `(drop ${access})` : access;
};

const cases = [
  ...expand(LOADS, load, false),
  ...expand(STORES, store, true),
  ...expand(LANES, lane),
];

function expand(
  table: readonly [number, string][],
  write: (name: string) => string,
  writes?: boolean,
) {
  return table.flatMap(([bytes, names]) =>
    names.split(' ').map((name) => ({
      ...{ name, bytes, body: write(name) },
      writes: writes ?? name.includes('store'),
    })),
  );
}

test.each(cases)('$name', ({ name, bytes, writes, body }) => {
  const source = `(module (import "env" "memory" (memory 1))
    (func (export "run") (param i32) ${body}))`;
  const module = binaryen.parseText(source);
  module.setFeatures(binaryen.Features.All);
  const instrumented = instrument(module.emitBinary());
  const memory = new WebAssembly.Memory({ initial: 1 });
  const seen: number[][] = [];
  const check = (address: number, site: number) => seen.push([address, site]);
  const compiled = new WebAssembly.Module(new Uint8Array(instrumented.bytes));
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory, check } });
  (exports.run as (address: number) => void)(ADDRESS);
  expect(seen).toEqual([[ADDRESS, 0]]);
  expect(instrumented.sites).toMatchObject([{ bytes, offset: OFFSET, write: writes }]);
  expect(instrumented.sites[0].instruction).toContain(name);
});
