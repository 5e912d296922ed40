/** So many significant digits are enough for a picture and halve the file; null where a number is
 * not finite, which JSON cannot hold. */
export function digits(value: number, count: number): number | null {
  // + 0: no −0.
  return Number.isFinite(value) ? Number(value.toPrecision(count)) + 0 : null;
}
