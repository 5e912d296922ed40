/**
 * A ReLU layer and the single output neuron over it, in one pass: the layer's inputs (at most
 * four) stay in registers while every neuron's activation is made, stored and summed up.
 */

import { relu } from '../activation/relu';
import { gemm_nn_bias, gemm_nn_bias_relu } from '../gemm/nn';
import { mul_add } from '../lanes';

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
  if (k > 4 || min(m, k) <= 0) {
    gemm_nn_bias_relu(h, ldh, w, ldw, x, ldx, m, n, k, scratch, bias);
    gemm_nn_bias(o, n, v, m, h, ldh, 1, n, m, scratch, c);
    return;
  }
  const rh = (ldh as usize) << 2;
  const rw = (ldw as usize) << 2;
  const rx = (ldx as usize) << 2;
  for (; n > 0; n -= 8) {
    columns(h, rh, w, rw, x, rx, m, k, bias, o, v, c, n > 4 ? 16 : 0);
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
