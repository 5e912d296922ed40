/** Seeded test values: plain numbers, or the same mixed with everything that float32 can hold. */

export type Draw = () => number;

/** xorshift32 over [−1, 1), rounded to float32. */
export function uniform(seed: number): Draw {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.fround(state / 2 ** 31);
  };
}

const SPECIAL = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  0,
  2 ** -149,
  -(2 ** -130),
  2 ** 127,
  -(2 ** 127),
];

/** About one value in `every` is special. */
export function special(seed: number, every = 7): Draw {
  const draw = uniform(seed);
  return () => {
    const x = draw();
    const pick = Math.floor(Math.abs(draw()) * SPECIAL.length * every);
    return pick < SPECIAL.length ? SPECIAL[pick] : x;
  };
}
