/** The typed views over the one memory; made once, because the memory never grows. */
export interface Views {
  readonly f32: Float32Array;
  /** The same words as bits: for masks instead of branches. */
  readonly i32: Int32Array;
}

export function viewsOf(memory: WebAssembly.Memory): Views {
  return { f32: new Float32Array(memory.buffer), i32: new Int32Array(memory.buffer) };
}

/** All ones unless the condition holds; then 0. Compiles without a branch. */
export function maskUnless(condition: boolean): number {
  return ((condition as unknown as number) | 0) - 1;
}
