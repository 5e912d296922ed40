/** Gradients made smaller: by a factor, or each by itself. */

export function scale(a: usize, count: i32, factor: f64): void {
  const by = factor as f32;
  const all = f32x4.splat(by);
  for (; count >= 4; count -= 4, a += 16) v128.store(a, f32x4.mul(v128.load(a), all));
  for (; count > 0; --count, a += 4) f32.store(a, f32.load(a) * by);
}

export function clamp(a: usize, count: i32, limit: f64): void {
  const most = limit as f32;
  const high = f32x4.splat(most);
  const low = f32x4.splat(-most);
  for (; count >= 4; count -= 4, a += 16) {
    v128.store(a, f32x4.pmin(f32x4.pmax(v128.load(a), low), high));
  }
  for (; count > 0; --count, a += 4) {
    let x = f32.load(a);
    if (x < -most) x = -most;
    if (x > most) x = most;
    f32.store(a, x);
  }
}
