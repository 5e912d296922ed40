/**
 * AssemblyScript. What memory can do at most: loops that compute next to nothing. Each goes over
 * `bytes` bytes from `at` on, a multiple of 192, and returns the bytes that it read and wrote.
 */

/** The upper half becomes the lower. */
export function copy(at: usize, bytes: i32): f64 {
  const half = bytes / 2;
  memory.copy(at + half, at, half);
  return bytes as f64;
}

/** x = x · s, in place. */
export function rewrite(at: usize, bytes: i32): f64 {
  const s = f32x4.splat(0.999);
  const end = at + bytes;
  do {
    v128.store(at, f32x4.mul(v128.load(at), s));
    v128.store(at, f32x4.mul(v128.load(at, 16), s), 16);
    v128.store(at, f32x4.mul(v128.load(at, 32), s), 32);
    v128.store(at, f32x4.mul(v128.load(at, 48), s), 48);
    at += 64;
  } while (at < end);
  return 2 * (bytes as f64);
}

/** a = a + s · b, the form of an update. */
export function accumulate(at: usize, bytes: i32): f64 {
  const s = f32x4.splat(0.001);
  const end = at + bytes / 2;
  let b = end;
  do {
    v128.store(at, f32x4.add(v128.load(at), f32x4.mul(v128.load(b), s)));
    v128.store(at, f32x4.add(v128.load(at, 16), f32x4.mul(v128.load(b, 16), s)), 16);
    at += 32;
    b += 32;
  } while (at < end);
  return 1.5 * (bytes as f64);
}

/** Nothing but loads. */
export function read(at: usize, bytes: i32): f64 {
  let s0 = v128.load(at);
  let s1 = s0;
  const end = at + bytes;
  do {
    s0 = v128.or(s0, v128.load(at));
    s1 = v128.or(s1, v128.load(at, 16));
    s0 = v128.or(s0, v128.load(at, 32));
    s1 = v128.or(s1, v128.load(at, 48));
    at += 64;
  } while (at < end);
  v128.store(end - 16, v128.or(s0, s1));
  return bytes as f64;
}
