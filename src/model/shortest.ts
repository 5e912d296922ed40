/** Every decimal of so many digits survives float32; of those near 0 fewer do. */
const SAFE_DIGITS = 6;
const SMALLEST_NORMAL = 1.1754943508222875e-38;

/** The shortest decimal that is this float32 once it is rounded: nine digits always are. */
export function shortest(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (let digits = Math.abs(value) < SMALLEST_NORMAL ? 1 : SAFE_DIGITS; digits < 9; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) return String(decimal);
  }
  return String(Number(value.toPrecision(9)));
}
