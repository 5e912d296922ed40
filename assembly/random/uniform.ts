/** Uniform random matrices from counters. */
import { at } from '../lanes';
import { M0, M1, ROUNDS, W0, W1 } from './philox';

const TWO_M31: f64 = 4.656612873077393e-10;

/** f32(scale · (2u − 1)): exact in float64 up to the product. */
function spread(word: u32, scale: f64): f32 {
  return (scale * ((word as f64) * TWO_M31 - 1)) as f32;
}

export function uniform_fill(
  dst: usize,
  ldd: i32,
  m: i32,
  n: i32,
  scale: f64,
  first: u32,
  c1: u32,
  c2: u32,
  c3: u32,
  k0: u32,
  k1: u32,
): void {
  let i = 0;
  let j = 0;
  if (m <= 0 || n <= 0) return;
  for (let block = first >> 2, skip = first & 3; ; ++block, skip = 0) {
    let x0 = block;
    let x1 = c1;
    let x2 = c2;
    let x3 = c3;
    let key0 = k0;
    let key1 = k1;
    for (let round = 0; round < ROUNDS; ++round) {
      const p0 = (M0 as u64) * (x0 as u64);
      const p1 = (M1 as u64) * (x2 as u64);
      x0 = ((p1 >> 32) as u32) ^ x1 ^ key0;
      x1 = p1 as u32;
      x2 = ((p0 >> 32) as u32) ^ x3 ^ key1;
      x3 = p0 as u32;
      key0 += W0;
      key1 += W1;
    }
    for (let lane: u32 = skip; lane < 4; ++lane) {
      const word = lane < 2 ? (lane === 0 ? x0 : x1) : lane === 2 ? x2 : x3;
      f32.store(at(dst, ldd, i, j), spread(word, scale));
      if (++j === n) {
        j = 0;
        if (++i === m) return;
      }
    }
  }
}
