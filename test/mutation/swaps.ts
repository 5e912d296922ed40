/** Instructions that take and give the same types: any may stand in for any other of its group. */

const INT = 'add sub mul';
/** Integers: `or` is not swapped for `xor`, because what kernels combine are disjoint bits. */
const BITS = ['and or', 'xor and'];
/** One sign at a time: sizes are never negative, so that the other sign is the same comparison. */
const COMPARE_INT = ['eq ne lt_s gt_s le_s ge_s', 'eq ne lt_u gt_u le_u ge_u'];
const COMPARE = 'eq ne lt gt le ge';

const GROUPS = [
  ...['i32', 'i64'].flatMap((type) =>
    [INT, ...BITS, 'shl shr_s shr_u', ...COMPARE_INT].map((names) => group(type, names)),
  ),
  ...['f32', 'f64'].flatMap((type) =>
    ['add sub mul div min max', 'abs neg sqrt', COMPARE].map((names) => group(type, names)),
  ),
  ...['f32x4', 'f64x2'].flatMap((type) =>
    ['add sub mul div min max pmin pmax', 'abs neg sqrt nearest', COMPARE].map((names) =>
      group(type, names),
    ),
  ),
  group('i32x4', 'add sub mul min_s max_s'),
  group('i32x4', 'shl shr_s shr_u'),
  ...COMPARE_INT.map((names) => group('i32x4', names)),
  group('i64x2', 'add sub mul'),
  group('i64x2', 'shl shr_s shr_u'),
  group('i64x2', 'extend_low_s extend_high_s extend_low_u extend_high_u'),
  group('i64x2', 'extmul_low_s extmul_high_s extmul_low_u extmul_high_u'),
  group('v128', 'and or xor andnot'),
];

function group(type: string, names: string): string[] {
  return names.split(' ').map((name) => `${type}.${name}`);
}

/** The others of the instruction's group. */
export function swapsFor(name: string): string[] {
  const found = GROUPS.find((names) => names.includes(name)) ?? [];
  return found.filter((other) => other !== name);
}

export function isComparison(name: string): boolean {
  return /\.(eq|ne|[lg][te](_[su])?)$/.test(name);
}
