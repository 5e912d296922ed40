/**
 * A ReLU layer and the single output neuron over it, in one pass: every neuron's activation is made,
 * stored and summed up. Of at most four inputs all stay in registers meanwhile; of more, four neurons
 * at a time share what is loaded of them.
 */

import { relu } from '../activation/relu';
import { gemm_nn_bias, gemm_nn_bias_relu } from '../gemm/nn';
import { mul_add } from '../lanes';

/** Beyond, the products in tiles are faster than one pass. */
const MOST_INPUTS = 16;

export function relu_neuron_forward(
  h: usize,
  ldh: i32,
  w: usize,
  ldw: i32,
  x: usize,
  ldx: i32,
  m: i32,
  n: i32,
  k: i32,
  scratch: usize,
  bias: usize,
  o: usize,
  v: usize,
  c: usize,
): void {
  if (k > MOST_INPUTS || min(m, k) <= 0) {
    gemm_nn_bias_relu(h, ldh, w, ldw, x, ldx, m, n, k, scratch, bias);
    gemm_nn_bias(o, n, v, m, h, ldh, 1, n, m, scratch, c);
    return;
  }
  const rh = (ldh as usize) << 2;
  const rw = (ldw as usize) << 2;
  const rx = (ldx as usize) << 2;
  for (; n > 0; n -= 8) {
    const half: usize = n > 4 ? 16 : 0;
    if (k > 4) wide_columns(h, rh, w, rw, x, rx, m, k, bias, o, v, c, half);
    else columns(h, rh, w, rw, x, rx, m, k, bias, o, v, c, half);
    h += 32;
    x += 32;
    o += 32;
  }
}

/** Eight columns, or four where `half` is 0: then both vectors of the pair are the same four. */
function columns(
  h: usize,
  ldh: usize,
  w: usize,
  ldw: usize,
  x: usize,
  ldx: usize,
  m: i32,
  k: i32,
  bias: usize,
  o: usize,
  v: usize,
  c: usize,
  half: usize,
): void {
  const x1 = x + (min(1, k - 1) as usize) * ldx;
  const x2 = x + (min(2, k - 1) as usize) * ldx;
  const x3 = x + (min(3, k - 1) as usize) * ldx;
  const x00 = v128.load(x);
  const x01 = v128.load(x + half);
  const x10 = v128.load(x1);
  const x11 = v128.load(x1 + half);
  const x20 = v128.load(x2);
  const x21 = v128.load(x2 + half);
  const x30 = v128.load(x3);
  const x31 = v128.load(x3 + half);
  let o0 = f32x4.splat(0);
  let o1 = f32x4.splat(0);
  for (; m > 0; --m) {
    let s = v128.load32_splat(w);
    let z0 = f32x4.mul(s, x00);
    let z1 = f32x4.mul(s, x01);
    if (k > 1) {
      s = v128.load32_splat(w, 4);
      z0 = mul_add(z0, s, x10);
      z1 = mul_add(z1, s, x11);
    }
    if (k > 2) {
      s = v128.load32_splat(w, 8);
      z0 = mul_add(z0, s, x20);
      z1 = mul_add(z1, s, x21);
    }
    if (k > 3) {
      s = v128.load32_splat(w, 12);
      z0 = mul_add(z0, s, x30);
      z1 = mul_add(z1, s, x31);
    }
    // The sum did not start from +0: a bias of +0 in place of −0 makes up for it, bit by bit.
    s = f32x4.add(v128.load32_splat(bias), f32x4.splat(0));
    z0 = relu(f32x4.add(z0, s));
    z1 = relu(f32x4.add(z1, s));
    v128.store(h, z0);
    v128.store(h + half, z1);
    s = v128.load32_splat(v);
    o0 = mul_add(o0, s, z0);
    o1 = mul_add(o1, s, z1);
    w += ldw;
    h += ldh;
    bias += 4;
    v += 4;
  }
  const b = v128.load32_splat(c);
  v128.store(o, f32x4.add(o0, b));
  v128.store(o + half, f32x4.add(o1, b));
}

/** The activation of z under the bias b, stored at h. In `columns` the same steps by hand are
 * 6 % faster. */
function finish(h: usize, z: v128, b: v128): v128 {
  const a = relu(f32x4.add(z, b));
  v128.store(h, a);
  return a;
}

/** As columns, of any number of inputs. */
function wide_columns(
  h: usize,
  ldh: usize,
  w: usize,
  ldw: usize,
  x: usize,
  ldx: usize,
  m: i32,
  k: i32,
  bias: usize,
  o: usize,
  v: usize,
  c: usize,
  half: usize,
): void {
  const zero = f32x4.splat(0);
  const end = x + (k as usize) * ldx;
  let o0 = zero;
  let o1 = zero;
  for (; m >= 4; m -= 4) {
    const w1 = w + ldw;
    const w2 = w1 + ldw;
    const w3 = w2 + ldw;
    let z00 = zero;
    let z01 = zero;
    let z10 = zero;
    let z11 = zero;
    let z20 = zero;
    let z21 = zero;
    let z30 = zero;
    let z31 = zero;
    let step: usize = 0;
    for (let at = x; at < end; at += ldx) {
      const x0 = v128.load(at);
      const x1 = v128.load(at + half);
      let s = v128.load32_splat(w + step);
      z00 = mul_add(z00, s, x0);
      z01 = mul_add(z01, s, x1);
      s = v128.load32_splat(w1 + step);
      z10 = mul_add(z10, s, x0);
      z11 = mul_add(z11, s, x1);
      s = v128.load32_splat(w2 + step);
      z20 = mul_add(z20, s, x0);
      z21 = mul_add(z21, s, x1);
      s = v128.load32_splat(w3 + step);
      z30 = mul_add(z30, s, x0);
      z31 = mul_add(z31, s, x1);
      step += 4;
    }
    let b = v128.load32_splat(bias);
    let d = v128.load32_splat(v);
    o0 = mul_add(o0, d, finish(h, z00, b));
    o1 = mul_add(o1, d, finish(h + half, z01, b));
    h += ldh;
    b = v128.load32_splat(bias, 4);
    d = v128.load32_splat(v, 4);
    o0 = mul_add(o0, d, finish(h, z10, b));
    o1 = mul_add(o1, d, finish(h + half, z11, b));
    h += ldh;
    b = v128.load32_splat(bias, 8);
    d = v128.load32_splat(v, 8);
    o0 = mul_add(o0, d, finish(h, z20, b));
    o1 = mul_add(o1, d, finish(h + half, z21, b));
    h += ldh;
    b = v128.load32_splat(bias, 12);
    d = v128.load32_splat(v, 12);
    o0 = mul_add(o0, d, finish(h, z30, b));
    o1 = mul_add(o1, d, finish(h + half, z31, b));
    h += ldh;
    w = w3 + ldw;
    bias += 16;
    v += 16;
  }
  for (; m > 0; --m) {
    let z0 = zero;
    let z1 = zero;
    let step: usize = 0;
    for (let at = x; at < end; at += ldx) {
      const s = v128.load32_splat(w + step);
      z0 = mul_add(z0, s, v128.load(at));
      z1 = mul_add(z1, s, v128.load(at + half));
      step += 4;
    }
    const b = v128.load32_splat(bias);
    const d = v128.load32_splat(v);
    o0 = mul_add(o0, d, finish(h, z0, b));
    o1 = mul_add(o1, d, finish(h + half, z1, b));
    w += ldw;
    h += ldh;
    bias += 4;
    v += 4;
  }
  const b = v128.load32_splat(c);
  v128.store(o, f32x4.add(o0, b));
  v128.store(o + half, f32x4.add(o1, b));
}
