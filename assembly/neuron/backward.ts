/**
 * The way back through a single output neuron and the layer under it, in one pass over the layer's
 * activations: the neuron's weight gradient, the layer's delta and bias gradient, and, for at most
 * four inputs, its weight gradient too; the delta then never leaves the registers.
 */
import { slope } from '../activation/slope';
import { gemm_nt_dot, sum_four } from '../gemm/nt_dot';
import { at, clear_padding, lanes_below, mul_add, sum_lanes } from '../lanes';

export function neuron_backward<A>(
  d: usize,
  ldd: i32,
  e: usize,
  h: usize,
  ldh: i32,
  v: usize,
  m: i32,
  n: i32,
  dv: usize,
  db: usize,
): void {
  if (n <= 0) return;
  const tail = lanes_below(n & 3);
  const whole = ((n & ~3) as usize) << 2;
  for (let i = 0; i < m; ++i) {
    let to = at(d, ldd, i, 0);
    let from = at(h, ldh, i, 0);
    let error = e;
    const weight = v128.load32_splat(at(v, 0, 0, i));
    let sum = f32x4.splat(0);
    let gradient = f32x4.splat(0);
    const end = from + whole;
    while (from < end) {
      const active = v128.load(from);
      const err = v128.load(error);
      const delta = slope<A>(mul_add(f32x4.splat(0), weight, err), active);
      v128.store(to, delta);
      sum = f32x4.add(sum, delta);
      gradient = mul_add(gradient, err, active);
      to += 16;
      from += 16;
      error += 16;
    }
    if ((n & 3) > 0) {
      const active = v128.load(from);
      const err = v128.load(error);
      const delta = slope<A>(mul_add(f32x4.splat(0), weight, err), active);
      v128.store(to, delta);
      sum = f32x4.add(sum, v128.and(tail, delta));
      gradient = f32x4.add(gradient, v128.and(tail, f32x4.mul(err, active)));
    }
    f32.store(at(db, 0, 0, i), sum_lanes(sum));
    f32.store(at(dv, 0, 0, i), sum_lanes(gradient));
  }
  clear_padding(dv, 0, 1, m);
}

export function neuron_gradient<A>(
  d: usize,
  ldd: i32,
  e: usize,
  h: usize,
  ldh: i32,
  v: usize,
  m: i32,
  n: i32,
  dv: usize,
  db: usize,
  dw: usize,
  lddw: i32,
  x: usize,
  ldx: i32,
  k: i32,
): void {
  if (k > 4 || k <= 0) {
    neuron_backward<A>(d, ldd, e, h, ldh, v, m, n, dv, db);
    gemm_nt_dot(dw, lddw, d, ldd, x, ldx, m, k, n);
    return;
  }
  if (n <= 0) return;
  const columns = lanes_below(k);
  const rx = (ldx as usize) << 2;
  for (let i = 0; i < m; ++i) {
    const sums = row<A>(
      at(h, ldh, i, 0),
      e,
      at(v, 0, 0, i),
      x,
      rx,
      k,
      n,
      at(db, 0, 0, i),
      at(dv, 0, 0, i),
    );
    v128.store(at(dw, lddw, i, 0), v128.and(sums, columns));
  }
  clear_padding(dv, 0, 1, m);
}

/** One neuron of the layer; returns its row of dW, in which only k columns are meant. */
function row<A>(
  h: usize,
  e: usize,
  v: usize,
  x: usize,
  ldx: usize,
  k: i32,
  n: i32,
  db: usize,
  dv: usize,
): v128 {
  const weight = v128.load32_splat(v);
  let x1 = x + (min(1, k - 1) as usize) * ldx;
  let x2 = x + (min(2, k - 1) as usize) * ldx;
  let x3 = x + (min(3, k - 1) as usize) * ldx;
  let sum = f32x4.splat(0);
  let gradient = f32x4.splat(0);
  let g0 = f32x4.splat(0);
  let g1 = f32x4.splat(0);
  let g2 = f32x4.splat(0);
  let g3 = f32x4.splat(0);
  for (; n >= 4; n -= 4) {
    const active = v128.load(h);
    const err = v128.load(e);
    // A delta of −0 or +0 is the same to sums that start from +0, so no +0 is added here.
    const delta = slope<A>(f32x4.mul(weight, err), active);
    gradient = mul_add(gradient, err, active);
    sum = f32x4.add(sum, delta);
    g0 = mul_add(g0, delta, v128.load(x));
    g1 = mul_add(g1, delta, v128.load(x1));
    g2 = mul_add(g2, delta, v128.load(x2));
    g3 = mul_add(g3, delta, v128.load(x3));
    h += 16;
    e += 16;
    x += 16;
    x1 += 16;
    x2 += 16;
    x3 += 16;
  }
  if (n > 0) {
    const mask = lanes_below(n);
    const active = v128.load(h);
    const err = v128.load(e);
    const delta = slope<A>(f32x4.mul(weight, err), active);
    gradient = f32x4.add(gradient, v128.and(mask, f32x4.mul(err, active)));
    sum = f32x4.add(sum, v128.and(mask, delta));
    g0 = f32x4.add(g0, v128.and(mask, f32x4.mul(delta, v128.load(x))));
    g1 = f32x4.add(g1, v128.and(mask, f32x4.mul(delta, v128.load(x1))));
    g2 = f32x4.add(g2, v128.and(mask, f32x4.mul(delta, v128.load(x2))));
    g3 = f32x4.add(g3, v128.and(mask, f32x4.mul(delta, v128.load(x3))));
  }
  f32.store(db, sum_lanes(sum));
  f32.store(dv, sum_lanes(gradient));
  return sum_four(g0, g1, g2, g3);
}
