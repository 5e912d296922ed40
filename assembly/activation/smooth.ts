/**
 * The activations made of an exponential, forward and back, in one loop: the branches on their kind
 * are foreseen by every core, and the constants and the exponential exist once.
 *
 * All start from y = |z| and the decaying e = e^−u, u = y, y²/2 or that of GELU's tanh form, so that
 * nothing overflows and both sides of 0 are sums without cancellation.
 */
import { at, mul_add } from '../lanes';
import { E2, E3, E4, E5, E6, LN2_HIGH, LN2_LOW, LOG2E, ROUNDER } from '../math/exp';
import { hold, nothing } from '../math/hold';
import { D1, D2, D3, D4, D5, DENSITY, G1, G3, HEAD, N1, N2, N3, N4 } from '../math/normal';
import { log_one_plus, S0, S1, S2, S3 } from '../math/softplus';

/** The kinds; one more when it is the gradient. */
const SILU: i32 = 0;
const GELU_TANH: i32 = 2;
const GELU: i32 = 4;
const SOFTPLUS: i32 = 6;
const ELU: i32 = 8;

/** 2⁶⁴ and 2⁻⁶⁴: powers down to 2⁻¹⁵² are made in two factors. */
const UP: f32 = 1.8446744073709552e19;
const DOWN: f32 = 5.421010862427522e-20;

/** Beyond these e is +0. ELU is −1 long before. */
function most_of(kind: i32): f32 {
  if (kind === ELU) return 18;
  kind &= ~1;
  return kind === GELU ? 14.5 : kind === GELU_TANH ? 10.8 : 104;
}

function smooth(kind: i32, a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32, by: f32): void {
  const back = kind & 1;
  const family = kind & ~1;
  const zero = nothing(m);
  const most = hold(most_of(kind), zero);
  const alpha = hold(by, zero);
  const sign = hold(-0, zero);
  const log2e = hold(family === GELU ? -LOG2E / 2 : -LOG2E, zero);
  const rounder = hold(ROUNDER, zero);
  const high = hold(LN2_HIGH, zero);
  const low = hold(LN2_LOW, zero);
  const e2 = hold(E2, zero);
  const e3 = hold(-E3, zero);
  const e4 = hold(E4, zero);
  const e5 = hold(-E5, zero);
  const e6 = hold(E6, zero);
  const one = hold(1, zero);
  const up = hold(UP, zero);
  const down = hold(DOWN, zero);
  const half = hold(0.5, zero);
  const two = hold(2, zero);
  const g1 = hold(G1, zero);
  const g3 = hold(G3, zero);
  const n1 = hold(N1, zero);
  const n2 = hold(N2, zero);
  const n3 = hold(N3, zero);
  const n4 = hold(N4, zero);
  const d1 = hold(D1, zero);
  const d2 = hold(D2, zero);
  const d3 = hold(D3, zero);
  const d4 = hold(D4, zero);
  const d5 = hold(D5, zero);
  const s0 = hold(S0, zero);
  const s1 = hold(S1, zero);
  const s2 = hold(S2, zero);
  const s3 = hold(S3, zero);
  const density = hold(DENSITY, zero);
  const head = i32x4.splat(HEAD | zero);
  const none = f32x4.splat(0);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const x = v128.load(from + j);
      const negative = f32x4.lt(x, none);
      const y = f32x4.pmin(v128.andnot(x, sign), most);
      const y2 = f32x4.mul(y, y);
      // u, what y² loses to rounding, y · u′, and what k comes of: the sum would take longer.
      let u = y;
      let rest = none;
      let slope = y;
      let size = y;
      if (family === GELU) {
        const h = v128.and(y, head);
        rest = f32x4.mul(f32x4.mul(f32x4.sub(y, h), f32x4.add(y, h)), half);
        u = f32x4.mul(f32x4.mul(h, h), half);
        size = y2;
      } else if (family === GELU_TANH) {
        const cubic = f32x4.mul(g3, y2);
        const linear = f32x4.add(g1, cubic);
        u = f32x4.mul(y, linear);
        size = u;
        slope = f32x4.mul(y, f32x4.add(linear, f32x4.add(cubic, cubic)));
      }
      // e^−u = 2ᵏ e⁻ʳ; the signs of r are in the coefficients.
      const shifted = mul_add(rounder, size, log2e);
      const k = f32x4.sub(shifted, rounder);
      const above = mul_add(u, k, high);
      const below = mul_add(rest, k, low);
      const r = f32x4.add(above, below);
      const square = f32x4.mul(r, r);
      const first = f32x4.sub(f32x4.mul(square, mul_add(e2, e3, r)), below);
      const upper = mul_add(mul_add(e4, e5, r), e6, square);
      const growth = f32x4.sub(mul_add(first, f32x4.mul(square, square), upper), above);
      const scale = f32x4.mul(i32x4.add(i32x4.shl(shifted, 23), up), down);
      const e = f32x4.mul(f32x4.add(one, growth), scale);

      let result: v128;
      if (family === GELU) {
        const n01 = mul_add(half, n1, y);
        const n24 = mul_add(mul_add(n2, n3, y), n4, y2);
        const d01 = mul_add(one, d1, y);
        const d23 = mul_add(d2, d3, y);
        const d25 = mul_add(d23, mul_add(d4, d5, y), y2);
        const ratio = f32x4.div(mul_add(n01, n24, y2), mul_add(d01, d25, y2));
        if (back) {
          const g = f32x4.mul(e, f32x4.sub(ratio, f32x4.mul(y, density)));
          result = v128.bitselect(g, f32x4.sub(one, g), negative);
        } else {
          result = f32x4.sub(f32x4.pmax(x, none), f32x4.mul(e, f32x4.mul(y, ratio)));
        }
      } else if (kind === SOFTPLUS) {
        const tail = log_one_plus(e, two, s0, s1, s2, s3);
        result = f32x4.add(f32x4.pmax(x, none), tail);
      } else if (kind === ELU) {
        const less = mul_add(f32x4.sub(scale, one), scale, growth);
        result = v128.bitselect(f32x4.mul(alpha, less), x, negative);
      } else if (family === ELU) {
        result = v128.bitselect(one, f32x4.mul(alpha, e), f32x4.gt(x, none));
      } else {
        // The sigmoid of z and of −z.
        const divisor = f32x4.add(one, e);
        const inverse = f32x4.div(one, divisor);
        const small = f32x4.div(e, divisor);
        result = v128.bitselect(small, inverse, negative);
        if (kind < GELU && back) {
          const other = v128.bitselect(inverse, small, negative);
          const signed = v128.xor(slope, v128.and(sign, negative));
          result = f32x4.mul(result, mul_add(one, signed, other));
        } else if (kind < GELU) {
          result = f32x4.mul(v128.bitselect(v128.xor(y, sign), x, negative), result);
        }
      }
      if (back) result = f32x4.mul(v128.load(to + j), result);
      v128.store(to + j, result);
    }
  }
}

export function silu_forward(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  smooth(SILU, a, lda, z, ldz, m, n, 0);
}

export function silu_backward(d: usize, ldd: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  smooth(SILU + 1, d, ldd, z, ldz, m, n, 0);
}

export function gelu_tanh_forward(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  smooth(GELU_TANH, a, lda, z, ldz, m, n, 0);
}

export function gelu_tanh_backward(d: usize, ldd: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  smooth(GELU_TANH + 1, d, ldd, z, ldz, m, n, 0);
}

export function gelu_forward(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  smooth(GELU, a, lda, z, ldz, m, n, 0);
}

export function gelu_backward(d: usize, ldd: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  smooth(GELU + 1, d, ldd, z, ldz, m, n, 0);
}

export function softplus_forward(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  smooth(SOFTPLUS, a, lda, z, ldz, m, n, 0);
}

export function softplus_backward(d: usize, ldd: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  smooth(SOFTPLUS + 1, d, ldd, z, ldz, m, n, 0);
}

export function elu_forward(
  a: usize,
  lda: i32,
  z: usize,
  ldz: i32,
  m: i32,
  n: i32,
  alpha: f64,
): void {
  smooth(ELU, a, lda, z, ldz, m, n, alpha as f32);
}

export function elu_backward(
  d: usize,
  ldd: i32,
  z: usize,
  ldz: i32,
  m: i32,
  n: i32,
  alpha: f64,
): void {
  smooth(ELU + 1, d, ldd, z, ldz, m, n, alpha as f32);
}
