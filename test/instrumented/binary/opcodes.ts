/** Names and immediates of the instructions: the first release's, SIMD and relaxed SIMD. */

/** How an instruction's immediates are written. */
export type Form =
  | 'none'
  | 'block'
  | 'index'
  | 'pair'
  | 'table'
  | 'memory'
  | 'memoryLane'
  | 'lane'
  | 'byte'
  | 'i32'
  | 'i64'
  | 'bytes4'
  | 'bytes8'
  | 'bytes16'
  | 'types';

export interface Opcode {
  /** One byte, or prefix · 65536 + number. */
  readonly code: number;
  readonly name: string;
  readonly form: Form;
}

const SIMD = 0xfd0000;
const SATURATING = 0xfc0000;

const byCode = new Map<number, Opcode>();
const byName = new Map<string, Opcode>();

/** `names`: the instructions from `first` on; `-` skips a number. */
function list(first: number, form: Form, names: string): void {
  names
    .trim()
    .split(/\s+/)
    .forEach((name, i) => {
      if (name === '-') return;
      const opcode = { code: first + i, name, form };
      byCode.set(opcode.code, opcode);
      byName.set(name, opcode);
    });
}

/** The same operations of several types: `each('f32 f64', 'add sub')`. */
function each(types: string, operations: string): string {
  const names = operations.trim().split(/\s+/);
  return types
    .split(' ')
    .map((type) => names.map((name) => (name === '-' ? name : `${type}.${name}`)).join(' '))
    .join(' ');
}

const COMPARE_INT = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u';
const COMPARE = 'eq ne lt gt le ge';
const INT =
  'clz ctz popcnt add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr';
const FLOAT = 'abs neg ceil floor trunc nearest sqrt add sub mul div min max copysign';
const SATURATED = 'add add_sat_s add_sat_u sub sub_sat_s sub_sat_u';
const WIDEN = 'extend_low_s extend_high_s extend_low_u extend_high_u';
const MULTIPLY_WIDE = 'extmul_low_s extmul_high_s extmul_low_u extmul_high_u';

list(0x00, 'none', 'unreachable nop');
list(0x02, 'block', 'block loop if');
list(0x05, 'none', 'else');
list(0x0b, 'none', 'end');
list(0x0c, 'index', 'br br_if');
list(0x0e, 'table', 'br_table');
list(0x0f, 'none', 'return');
list(0x10, 'index', 'call');
list(0x11, 'pair', 'call_indirect');
list(0x1a, 'none', 'drop select');
list(0x1c, 'types', 'select_of');
list(0x20, 'index', 'local.get local.set local.tee global.get global.set');
list(0x28, 'memory', each('i32 i64 f32 f64', 'load'));
list(0x2c, 'memory', each('i32', 'load8_s load8_u load16_s load16_u'));
list(0x30, 'memory', each('i64', 'load8_s load8_u load16_s load16_u load32_s load32_u'));
list(0x36, 'memory', each('i32 i64 f32 f64', 'store'));
list(0x3a, 'memory', 'i32.store8 i32.store16 i64.store8 i64.store16 i64.store32');
list(0x3f, 'byte', 'memory.size memory.grow');
list(0x41, 'i32', 'i32.const');
list(0x42, 'i64', 'i64.const');
list(0x43, 'bytes4', 'f32.const');
list(0x44, 'bytes8', 'f64.const');
list(0x45, 'none', each('i32 i64', `eqz ${COMPARE_INT}`));
list(0x5b, 'none', each('f32 f64', COMPARE));
list(0x67, 'none', each('i32 i64', INT));
list(0x8b, 'none', each('f32 f64', FLOAT));
list(0xa7, 'none', 'i32.wrap_i64 i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u');
list(0xac, 'none', 'i64.extend_i32_s i64.extend_i32_u');
list(0xae, 'none', 'i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u');
list(
  0xb2,
  'none',
  each('f32', 'convert_i32_s convert_i32_u convert_i64_s convert_i64_u demote_f64'),
);
list(
  0xb7,
  'none',
  each('f64', 'convert_i32_s convert_i32_u convert_i64_s convert_i64_u promote_f32'),
);
list(
  0xbc,
  'none',
  'i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64',
);
list(0xc0, 'none', 'i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s');
for (let i = 0; i < 8; ++i) list(SATURATING + i, 'none', `trunc_sat.${i}`);

list(SIMD, 'memory', each('v128', 'load load8x8_s load8x8_u load16x4_s load16x4_u load32x2_s'));
list(SIMD + 6, 'memory', each('v128', 'load32x2_u load8_splat load16_splat load32_splat'));
list(SIMD + 0x0a, 'memory', each('v128', 'load64_splat store'));
list(SIMD + 0x0c, 'bytes16', 'v128.const i8x16.shuffle');
list(SIMD + 0x0e, 'none', `i8x16.swizzle ${each('i8x16 i16x8 i32x4 i64x2 f32x4 f64x2', 'splat')}`);
list(SIMD + 0x15, 'lane', each('i8x16 i16x8', 'extract_lane_s extract_lane_u replace_lane'));
list(SIMD + 0x1b, 'lane', each('i32x4 i64x2 f32x4 f64x2', 'extract_lane replace_lane'));
list(SIMD + 0x23, 'none', each('i8x16 i16x8 i32x4', COMPARE_INT));
list(SIMD + 0x41, 'none', each('f32x4 f64x2', COMPARE));
list(SIMD + 0x4d, 'none', each('v128', 'not and andnot or xor bitselect any_true'));
list(SIMD + 0x54, 'memoryLane', each('v128', 'load8_lane load16_lane load32_lane load64_lane'));
list(SIMD + 0x58, 'memoryLane', each('v128', 'store8_lane store16_lane store32_lane store64_lane'));
list(SIMD + 0x5c, 'memory', each('v128', 'load32_zero load64_zero'));
list(SIMD + 0x5e, 'none', 'f32x4.demote_f64x2_zero f64x2.promote_low_f32x4');
list(SIMD + 0x60, 'none', each('i8x16', 'abs neg popcnt all_true bitmask narrow_s narrow_u'));
list(SIMD + 0x6b, 'none', each('i8x16', `shl shr_s shr_u ${SATURATED}`));
list(SIMD + 0x76, 'none', each('i8x16', 'min_s min_u max_s max_u - avgr_u'));
list(SIMD + 0x7c, 'none', each('i16x8 i32x4', 'extadd_pairwise_s extadd_pairwise_u'));
list(
  SIMD + 0x80,
  'none',
  each('i16x8', 'abs neg q15mulr_sat_s all_true bitmask narrow_s narrow_u'),
);
list(SIMD + 0x87, 'none', each('i16x8', `${WIDEN} shl shr_s shr_u ${SATURATED}`));
list(SIMD + 0x95, 'none', each('i16x8', 'mul min_s min_u max_s max_u - avgr_u'));
list(SIMD + 0x9c, 'none', each('i16x8', MULTIPLY_WIDE));
list(SIMD + 0xa7, 'none', each('i32x4', WIDEN));
list(SIMD + 0xba, 'none', each('i32x4', `dot_i16x8_s - ${MULTIPLY_WIDE}`));
list(SIMD + 0xc7, 'none', each('i64x2', WIDEN));
list(SIMD + 0xdc, 'none', each('i64x2', MULTIPLY_WIDE));
list(SIMD + 0x67, 'none', each('f32x4', 'ceil floor trunc nearest'));
list(SIMD + 0x74, 'none', 'f64x2.ceil f64x2.floor - - - - f64x2.trunc');
list(SIMD + 0x94, 'none', 'f64x2.nearest');
list(SIMD + 0xa0, 'none', each('i32x4', 'abs neg - all_true bitmask'));
list(
  SIMD + 0xab,
  'none',
  each('i32x4', 'shl shr_s shr_u add - - sub - - - mul min_s min_u max_s max_u'),
);
list(SIMD + 0xc0, 'none', each('i64x2', 'abs neg - all_true bitmask'));
list(
  SIMD + 0xcb,
  'none',
  each('i64x2', 'shl shr_s shr_u add - - sub - - - mul eq ne lt_s gt_s le_s ge_s'),
);
list(SIMD + 0xe0, 'none', each('f32x4 f64x2', 'abs neg - sqrt add sub mul div min max pmin pmax'));
list(SIMD + 0xf8, 'none', 'i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u');
list(SIMD + 0xfa, 'none', 'f32x4.convert_i32x4_s f32x4.convert_i32x4_u');
list(SIMD + 0xfc, 'none', 'i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero');
list(SIMD + 0xfe, 'none', 'f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u');
list(SIMD + 0x105, 'none', each('f32x4 f64x2', 'relaxed_madd relaxed_nmadd'));
list(SIMD + 0x109, 'none', 'i8x16.relaxed_laneselect i16x8.relaxed_laneselect');
list(SIMD + 0x10b, 'none', 'i32x4.relaxed_laneselect i64x2.relaxed_laneselect');
list(SIMD + 0x10d, 'none', each('f32x4 f64x2', 'relaxed_min relaxed_max'));

/** Throws where an instruction is unknown: it might access memory and be passed over. */
export function opcodeOf(code: number): Opcode {
  const opcode = byCode.get(code);
  if (!opcode) throw new Error(`no entry for the instruction 0x${code.toString(16)} in opcodes.ts`);
  return opcode;
}

export function opcodeNamed(name: string): Opcode | undefined {
  return byName.get(name);
}
