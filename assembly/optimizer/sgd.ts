/**
 * Gradient descent: p −= lr · g. Two vectors a round, with an exit after the first: memory is faster
 * than a loop of one.
 */
export function sgd_update(p: usize, g: usize, count: i32, learningRate: f64): void {
  const rate = learningRate as f32;
  const lr = f32x4.splat(rate);
  const whole = ((count & ~3) as usize) << 2;
  let pt = p + whole;
  let gt = g + whole;
  for (let left = count >> 2; left > 0; left -= 2, p += 32, g += 32) {
    v128.store(p, f32x4.sub(v128.load(p), f32x4.mul(lr, v128.load(g))));
    if (left === 1) break;
    v128.store(p, f32x4.sub(v128.load(p, 16), f32x4.mul(lr, v128.load(g, 16))), 16);
  }
  for (count &= 3; count > 0; --count, pt += 4, gt += 4) {
    f32.store(pt, f32.load(pt) - rate * f32.load(gt));
  }
}
