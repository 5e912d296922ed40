/** Heavy ball, as PyTorch defines it: v = momentum · v + g; p −= lr · v. */
export function momentum_update(
  p: usize,
  g: usize,
  v: usize,
  count: i32,
  learningRate: f64,
  momentum: f64,
): void {
  const rate = learningRate as f32;
  const decay = momentum as f32;
  const lr = f32x4.splat(rate);
  const mu = f32x4.splat(decay);
  const whole = p + (((count & ~3) as usize) << 2);
  const end = p + ((count as usize) << 2);
  for (; p < whole; p += 16, g += 16, v += 16) {
    const velocity = f32x4.add(f32x4.mul(mu, v128.load(v)), v128.load(g));
    v128.store(v, velocity);
    v128.store(p, f32x4.sub(v128.load(p), f32x4.mul(lr, velocity)));
  }
  for (; p < end; p += 4, g += 4, v += 4) {
    const velocity = decay * f32.load(v) + f32.load(g);
    f32.store(v, velocity);
    f32.store(p, f32.load(p) - rate * velocity);
  }
}
