/** The names of a binary's functions, which only a build with debug information has. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { Reader } from '../instrumented/binary/leb.js';
import { readModule } from '../instrumented/binary/module.js';

const CUSTOM = 0;
const FUNCTIONS = 1;
const PREFIX = 'assembly/';

/** Throws where the sources have changed since `bytes` was built. */
export async function functionNames(bytes: Uint8Array): Promise<Map<number, string>> {
  const named = await buildWithNames();
  const bodies = (binary: Uint8Array) => JSON.stringify(readModule(binary).functions);
  if (bodies(named) !== bodies(bytes)) {
    throw new Error('the binary is not that of the sources: npm run build:kernels');
  }
  return readNames(named);
}

async function buildWithNames(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'lanewise-'));
  try {
    const out = join(folder, 'named.wasm');
    const options = ['--target', 'shared', '--debug', '--outFile', out];
    const { error, stderr } = await asc.main(['assembly/index.ts', ...options]);
    if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
    return new Uint8Array(await readFile(out));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function readNames(bytes: Uint8Array): Map<number, string> {
  for (const reader = new Reader(bytes, 8); !reader.done; ) {
    const id = reader.byte();
    const contents = new Reader(reader.take(reader.unsigned()));
    if (id === CUSTOM && contents.text() === 'name') return functionSubsection(contents);
  }
  return new Map();
}

function functionSubsection(reader: Reader): Map<number, string> {
  const names = new Map<number, string>();
  while (!reader.done) {
    const id = reader.byte();
    const contents = new Reader(reader.take(reader.unsigned()));
    if (id !== FUNCTIONS) continue;
    for (let left = contents.unsigned(); left > 0; --left) {
      const index = contents.unsigned();
      names.set(index, contents.text().replace(PREFIX, ''));
    }
  }
  return names;
}
