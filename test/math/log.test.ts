import { describe, expect, it } from 'vitest';
import { exp } from '../../src/math/exp.js';
import { log } from '../../src/math/log.js';

/** Distance in units of the last place; the engine's own function is within 1 ULP of the truth. */
function ulps(a: number, b: number): number {
  if (a === b) return 0;
  const bits = new BigInt64Array(new Float64Array([a, b]).buffer);
  return Math.abs(Number(bits[0] - bits[1]));
}

describe('log', () => {
  it('agrees with the engine to 1 ULP over the whole range', () => {
    for (let i = -1070; i < 1024; i++) {
      for (const f of [1, 1.0000001, 1.2, 1.4142135, 1.4142136, 1.7, 1.9999999]) {
        const x = f * 2 ** i;
        if (x > 0 && x < Infinity) expect(ulps(log(x), Math.log(x)), `log(${x})`).toBeLessThan(2);
      }
    }
  });

  it('knows its special values', () => {
    expect([log(0), log(-1), log(Infinity), log(NaN), log(1)]).toEqual([
      -Infinity,
      NaN,
      Infinity,
      NaN,
      0,
    ]);
  });
});

describe('exp', () => {
  it('agrees with the engine to 1 ULP over the whole range', () => {
    for (let x = -745; x < 709.7; x += 0.1370001) {
      expect(ulps(exp(x), Math.exp(x)), `exp(${x})`).toBeLessThan(2);
    }
  });

  it('knows its special values', () => {
    expect([exp(0), exp(710), exp(-746), exp(NaN), exp(1e-10)]).toEqual([
      1,
      Infinity,
      0,
      NaN,
      1 + 1e-10,
    ]);
    expect(exp(709.78)).toBeGreaterThan(1.7e308);
  });
});
