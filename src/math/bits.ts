/** One float64 seen as two uint32 words (every engine that runs WebAssembly is little-endian). */
const value = new Float64Array(1);
const words = new Uint32Array(value.buffer);

/** The upper 32 bits of x: sign, exponent, 20 bits of the fraction. As int32. */
export function highWord(x: number): number {
  value[0] = x;
  return words[1] | 0;
}

/** x with its upper 32 bits replaced. */
export function withHighWord(x: number, high: number): number {
  value[0] = x;
  words[1] = high >>> 0;
  return value[0];
}
