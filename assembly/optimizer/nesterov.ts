/**
 * Nesterov's momentum, as PyTorch defines it. Rounds of two vectors, as in sgd. A loop of its own: a
 * choice in that of momentum_update would cost it half its speed.
 */
export function nesterov_update(
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
  const whole = ((count & ~3) as usize) << 2;
  let pt = p + whole;
  let gt = g + whole;
  let vt = v + whole;
  for (let left = count >> 2; left > 0; left -= 2, p += 32, g += 32, v += 32) {
    const g0 = v128.load(g);
    const v0 = f32x4.add(f32x4.mul(mu, v128.load(v)), g0);
    v128.store(v, v0);
    const s0 = f32x4.add(g0, f32x4.mul(mu, v0));
    v128.store(p, f32x4.sub(v128.load(p), f32x4.mul(lr, s0)));
    if (left === 1) break;
    const g1 = v128.load(g, 16);
    const v1 = f32x4.add(f32x4.mul(mu, v128.load(v, 16)), g1);
    v128.store(v, v1, 16);
    const s1 = f32x4.add(g1, f32x4.mul(mu, v1));
    v128.store(p, f32x4.sub(v128.load(p, 16), f32x4.mul(lr, s1)), 16);
  }
  for (count &= 3; count > 0; --count, pt += 4, gt += 4, vt += 4) {
    const grad = f32.load(gt);
    const velocity = decay * f32.load(vt) + grad;
    f32.store(vt, velocity);
    f32.store(pt, f32.load(pt) - rate * (grad + decay * velocity));
  }
}
