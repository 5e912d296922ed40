/** Loops in AssemblyScript, made for one measurement: no part of the library's binary. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** The functions of bench/peak/`name`.ts by their names. */
export async function compileLoops<Loop>(
  name: string,
  memory: WebAssembly.Memory,
): Promise<[string, Loop][]> {
  const source = fileURLToPath(new URL(`./peak/${name}.ts`, import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'lanewise-peak-'));
  try {
    const file = join(folder, 'loops.wasm');
    const { error, stderr } = await asc.main([source, '--outFile', file]);
    if (error) throw new Error(`${name}.ts of the peak does not compile: ${stderr.toString()}`);
    const { instance } = await WebAssembly.instantiate(readFileSync(file), { env: { memory } });
    const functions = Object.entries(instance.exports);
    return functions.filter(([, value]) => typeof value === 'function') as [string, Loop][];
  } finally {
    await rm(folder, { recursive: true });
  }
}
