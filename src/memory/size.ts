const PAGE = 65536;
/** The maximum that the kernels declare: a memory with another one is refused. */
export const MAX_PAGES = 65536;
export const MAX_MEMORY_BYTES = PAGE * MAX_PAGES;

/** Makes the memory so many bytes large, if it is smaller. */
export function growTo(memory: WebAssembly.Memory, bytes: number, fail: () => Error): void {
  const missing = Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE;
  if (missing <= 0) return;
  try {
    memory.grow(missing);
  } catch {
    throw fail();
  }
}

export function gibibytes(bytes: number): string {
  const gib = bytes / 1073741824;
  return gib >= 0.1 ? `${gib.toFixed(1)} GiB` : `${(bytes / 1048576).toFixed(1)} MiB`;
}
