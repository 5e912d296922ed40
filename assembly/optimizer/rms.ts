/**
 * Gradients over the root of their mean square: RMSprop, centred and not, and Adagrad, whose mean is
 * a sum. One loop for all: division and root take longer than its choices.
 */

/** The gradient is scaled where it lies. */
const SCALE: i32 = 0;
/** … by the deviation from the mean gradient, kept in c. */
const CENTERED: i32 = 1;
/** The parameters move by it, and the gradient stays. */
const DESCEND: i32 = 2;

/** `decay` of the old mean and `share` of what is new. p, c and rate: anything, where not read. */
function update(
  p: usize,
  g: usize,
  v: usize,
  c: usize,
  count: i32,
  rate: f64,
  decay: f64,
  share: f64,
  epsilon: f64,
  kind: i32,
): void {
  const lr = f32x4.splat(rate as f32);
  const old = f32x4.splat(decay as f32);
  const recent = f32x4.splat(share as f32);
  const eps = f32x4.splat(epsilon as f32);
  for (; count >= 4; count -= 4) {
    const grad = v128.load(g);
    const part = f32x4.mul(recent, grad);
    let square = f32x4.add(f32x4.mul(old, v128.load(v)), f32x4.mul(part, grad));
    v128.store(v, square);
    if (kind === CENTERED) {
      const mean = f32x4.add(f32x4.mul(old, v128.load(c)), part);
      v128.store(c, mean);
      square = f32x4.pmax(f32x4.sub(square, f32x4.mul(mean, mean)), f32x4.splat(0));
      c += 16;
    }
    const scaled = f32x4.div(grad, f32x4.add(f32x4.sqrt(square), eps));
    if (kind === DESCEND) {
      v128.store(p, f32x4.sub(v128.load(p), f32x4.mul(lr, scaled)));
      p += 16;
    } else v128.store(g, scaled);
    g += 16;
    v += 16;
  }
  for (; count > 0; --count) {
    const grad = f32.load(g);
    const part = (share as f32) * grad;
    let square = (decay as f32) * f32.load(v) + part * grad;
    f32.store(v, square);
    if (kind === CENTERED) {
      const mean = (decay as f32) * f32.load(c) + part;
      f32.store(c, mean);
      square -= mean * mean;
      if (square < 0) square = 0;
      c += 4;
    }
    const scaled = grad / (sqrt<f32>(square) + (epsilon as f32));
    if (kind === DESCEND) {
      f32.store(p, f32.load(p) - (rate as f32) * scaled);
      p += 4;
    } else f32.store(g, scaled);
    g += 4;
    v += 4;
  }
}

/** Multiplied by 1, a float stays as it is. */
export function adagrad_scale(g: usize, v: usize, count: i32, epsilon: f64): void {
  update(g, g, v, v, count, epsilon, 1, 1, epsilon, SCALE);
}

export function rms_scale(g: usize, v: usize, count: i32, alpha: f64, epsilon: f64): void {
  update(g, g, v, v, count, alpha, alpha, 1 - alpha, epsilon, SCALE);
}

export function rms_scale_centered(
  g: usize,
  v: usize,
  c: usize,
  count: i32,
  alpha: f64,
  epsilon: f64,
): void {
  update(g, g, v, c, count, alpha, alpha, 1 - alpha, epsilon, CENTERED);
}

export function rmsprop_update(
  p: usize,
  g: usize,
  v: usize,
  count: i32,
  learningRate: f64,
  alpha: f64,
  epsilon: f64,
): void {
  update(p, g, v, v, count, learningRate, alpha, 1 - alpha, epsilon, DESCEND);
}
