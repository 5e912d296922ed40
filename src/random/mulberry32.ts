const TWO_M32 = 1 / 4294967296;

/**
 * Tommy Ettinger's mulberry32: one uniform float64 in [0, 1), of 32 bits, after another. For
 * procedures that are defined by it, or need one short stream; what trains a network draws from
 * `Stream`, which needs no order.
 *
 * @param seed its lower 32 bits count.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) * TWO_M32;
  };
}
