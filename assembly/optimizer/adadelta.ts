/** Adadelta (Zeiler 2012): the gradient in units of the past steps, which d keeps the squares of. */
export function adadelta_scale(
  g: usize,
  v: usize,
  d: usize,
  count: i32,
  rho: f64,
  epsilon: f64,
): void {
  const old = f32x4.splat(rho as f32);
  const recent = f32x4.splat((1 - rho) as f32);
  const eps = f32x4.splat(epsilon as f32);
  for (; count >= 4; count -= 4) {
    const grad = v128.load(g);
    const square = f32x4.add(
      f32x4.mul(old, v128.load(v)),
      f32x4.mul(f32x4.mul(recent, grad), grad),
    );
    const past = v128.load(d);
    const root = f32x4.sqrt(f32x4.add(past, eps));
    const step = f32x4.mul(f32x4.div(root, f32x4.sqrt(f32x4.add(square, eps))), grad);
    v128.store(v, square);
    v128.store(d, f32x4.add(f32x4.mul(old, past), f32x4.mul(f32x4.mul(recent, step), step)));
    v128.store(g, step);
    g += 16;
    v += 16;
    d += 16;
  }
  for (; count > 0; --count) {
    const grad = f32.load(g);
    const square = (rho as f32) * f32.load(v) + ((1 - rho) as f32) * grad * grad;
    const past = f32.load(d);
    const root = sqrt<f32>(past + (epsilon as f32));
    const step = (root / sqrt<f32>(square + (epsilon as f32))) * grad;
    f32.store(v, square);
    f32.store(d, (rho as f32) * past + ((1 - rho) as f32) * step * step);
    f32.store(g, step);
    g += 4;
    v += 4;
    d += 4;
  }
}
