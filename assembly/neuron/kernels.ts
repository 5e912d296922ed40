/** The way back through one output neuron, for each activation of the layer under it; the type
 * names it, see activation/slope.ts. */
import { neuron_backward, neuron_gradient } from './backward';

export function relu_neuron_backward(
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
  neuron_backward<i32>(d, ldd, e, h, ldh, v, m, n, dv, db);
}

export function relu_neuron_gradient(
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
  neuron_gradient<i32>(d, ldd, e, h, ldh, v, m, n, dv, db, dw, lddw, x, ldx, k);
}

export function sigmoid_neuron_backward(
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
  neuron_backward<f32>(d, ldd, e, h, ldh, v, m, n, dv, db);
}

export function sigmoid_neuron_gradient(
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
  neuron_gradient<f32>(d, ldd, e, h, ldh, v, m, n, dv, db, dw, lddw, x, ldx, k);
}

export function tanh_neuron_backward(
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
  neuron_backward<f64>(d, ldd, e, h, ldh, v, m, n, dv, db);
}

export function tanh_neuron_gradient(
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
  neuron_gradient<f64>(d, ldd, e, h, ldh, v, m, n, dv, db, dw, lddw, x, ldx, k);
}
