import { highWord, withHighWord } from './bits.js';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const TWO_M1000 = 9.3326361850321887899e-302;
const TWO_1023 = 8.98846567431157953865e307;

/**
 * e^x of a float64, within 1 ULP, from + − × ÷ and bit operations alone (see log).
 *
 * Source: fdlibm 5.3, `e_exp.c`. Overflows to Infinity above 709.78, underflows to 0 below −745.13.
 */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 7.09782712893383973096e2) return Number.POSITIVE_INFINITY;
  if (x < -7.4513321910194110842e2) return 0;
  const magnitude = x < 0 ? -x : x;
  if (magnitude < 3.725290298461914e-9) return 1 + x;
  const k =
    magnitude > 0.5 * (LN2_HIGH + LN2_LOW) ? Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) : 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** y · 2^k for y in [½, 2], also where the result is subnormal. */
function scale(y: number, k: number): number {
  if (k === 1024) return y * 2 * TWO_1023;
  if (k >= -1021) return withHighWord(y, highWord(y) + (k << 20));
  return withHighWord(y, highWord(y) + ((k + 1000) << 20)) * TWO_M1000;
}
