/** AssemblyScript. What the divider of a core can do at most: `count` vectors, nothing else. */

export function quotients(count: i32): void {
  const x = f32x4.splat(1.0001);
  let q0 = x;
  let q1 = x;
  let q2 = x;
  let q3 = x;
  for (; count > 0; count -= 4) {
    q0 = f32x4.div(q0, x);
    q1 = f32x4.div(x, q1);
    q2 = f32x4.div(q2, x);
    q3 = f32x4.div(x, q3);
  }
  v128.store(1024, f32x4.add(f32x4.add(q0, q1), f32x4.add(q2, q3)));
}

export function roots(count: i32): void {
  const x = v128.load(1024);
  let r0 = f32x4.add(x, f32x4.splat(1.1));
  let r1 = f32x4.add(x, f32x4.splat(1.2));
  let r2 = f32x4.add(x, f32x4.splat(1.3));
  let r3 = f32x4.add(x, f32x4.splat(1.4));
  for (; count > 0; count -= 4) {
    r0 = f32x4.sqrt(r0);
    r1 = f32x4.sqrt(r1);
    r2 = f32x4.sqrt(r2);
    r3 = f32x4.sqrt(r3);
  }
  v128.store(1024, f32x4.add(f32x4.add(r0, r1), f32x4.add(r2, r3)));
}
