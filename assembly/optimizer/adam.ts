/** Adam (Kingma & Ba 2015) and AMSGrad (Reddi et al. 2018), in the order of operations that the
 * contract states. */

/** `keep`: the largest squares so far are in w, and go into the divisor. */
function update(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  w: usize,
  count: i32,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  stepSize: f64,
  rootScale: f64,
  keep: bool,
): void {
  const b1 = f32x4.splat(beta1 as f32);
  const b2 = f32x4.splat(beta2 as f32);
  const c1 = f32x4.splat((1 - beta1) as f32);
  const c2 = f32x4.splat((1 - beta2) as f32);
  const eps = f32x4.splat(epsilon as f32);
  const step = f32x4.splat(stepSize as f32);
  const root = f32x4.splat(rootScale as f32);
  // Tested at the end, the loop keeps its constants in registers.
  if (count >= 4) {
    do {
      const grad = v128.load(g);
      const mean = f32x4.add(f32x4.mul(b1, v128.load(m)), f32x4.mul(c1, grad));
      let square = f32x4.add(f32x4.mul(b2, v128.load(v)), f32x4.mul(f32x4.mul(c2, grad), grad));
      v128.store(m, mean);
      v128.store(v, square);
      if (keep) {
        square = f32x4.pmax(square, v128.load(w));
        v128.store(w, square);
        w += 16;
      }
      const divisor = f32x4.add(f32x4.mul(f32x4.sqrt(square), root), eps);
      v128.store(p, f32x4.sub(v128.load(p), f32x4.div(f32x4.mul(step, mean), divisor)));
      p += 16;
      g += 16;
      m += 16;
      v += 16;
      count -= 4;
    } while (count >= 4);
  }
  for (; count > 0; --count) {
    const grad = f32.load(g);
    const mean = (beta1 as f32) * f32.load(m) + ((1 - beta1) as f32) * grad;
    let square = (beta2 as f32) * f32.load(v) + ((1 - beta2) as f32) * grad * grad;
    f32.store(m, mean);
    f32.store(v, square);
    if (keep) {
      const most = f32.load(w);
      if (square < most) square = most;
      f32.store(w, square);
      w += 4;
    }
    const divisor = sqrt<f32>(square) * (rootScale as f32) + (epsilon as f32);
    f32.store(p, f32.load(p) - ((stepSize as f32) * mean) / divisor);
    p += 4;
    g += 4;
    m += 4;
    v += 4;
  }
}

export function adam_update(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  count: i32,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  stepSize: f64,
  rootScale: f64,
): void {
  update(p, g, m, v, v, count, beta1, beta2, epsilon, stepSize, rootScale, false);
}

export function amsgrad_update(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  w: usize,
  count: i32,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  stepSize: f64,
  rootScale: f64,
): void {
  update(p, g, m, v, w, count, beta1, beta2, epsilon, stepSize, rootScale, true);
}
