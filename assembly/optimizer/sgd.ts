/** Gradient descent: p −= lr · g. */
export function sgd_update(p: usize, g: usize, count: i32, learningRate: f64): void {
  const rate = learningRate as f32;
  const lr = f32x4.splat(rate);
  const whole = p + (((count & ~3) as usize) << 2);
  const end = p + ((count as usize) << 2);
  for (; p < whole; p += 16, g += 16) {
    v128.store(p, f32x4.sub(v128.load(p), f32x4.mul(lr, v128.load(g))));
  }
  for (; p < end; p += 4, g += 4) f32.store(p, f32.load(p) - rate * f32.load(g));
}
