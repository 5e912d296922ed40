const PLUS = 0x2b;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const UPPER_E = 0x45;
const LOWER_E = 0x65;

// Exactly representable, as is a mantissa of 15 digits: one operation on both rounds only once.
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const EXACT_DIGITS = 15;

/** A number within a text and the offset behind it: filled again by every scan, to save garbage. */
export const scanned = { value: 0, end: 0 };

/**
 * Scans a decimal number of at most 15 digits, correctly rounded, into `scanned`. False where
 * there is none or a longer one, which is left to Number.
 */
export function scanNumber(bytes: Uint8Array, start: number): boolean {
  const negative = bytes[start] === MINUS;
  let i = negative || bytes[start] === PLUS ? start + 1 : start;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; ; i++) {
    const digit = bytes[i] - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (bytes[i] === DOT && point < 0) point = digits;
    else break;
  }
  if (digits === 0 || digits > EXACT_DIGITS) return false;
  scanned.value = 0;
  scanned.end = i;
  if ((bytes[i] === LOWER_E || bytes[i] === UPPER_E) && !scanExponent(bytes, i + 1)) return false;
  const exponent = scanned.value - (point < 0 ? 0 : digits - point);
  if (exponent > 22 || exponent < -22) return false;
  const value =
    exponent < 0 ? mantissa / POWERS_OF_TEN[-exponent] : mantissa * POWERS_OF_TEN[exponent];
  scanned.value = negative ? -value : value;
  return true;
}

/** One or two digits: more lie beyond the exact powers. */
function scanExponent(bytes: Uint8Array, start: number): boolean {
  const negative = bytes[start] === MINUS;
  let i = negative || bytes[start] === PLUS ? start + 1 : start;
  let exponent = 0;
  for (const last = i + 2; i < last; i++) {
    const digit = bytes[i] - ZERO;
    if (!(digit >= 0 && digit <= 9)) break;
    exponent = exponent * 10 + digit;
  }
  scanned.value = negative ? -exponent : exponent;
  scanned.end = i;
  return bytes[i - 1] - ZERO >= 0 && bytes[i - 1] - ZERO <= 9;
}
