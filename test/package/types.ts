import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Project } from './project.js';

const TSC = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

/** Checks the typed consumer, and the package's own declarations with it. */
export async function checkTypes(
  { folder, run }: Project,
  module: 'nodenext' | 'bundler',
): Promise<void> {
  const compilerOptions = {
    target: 'es2022',
    module: module === 'nodenext' ? 'nodenext' : 'esnext',
    moduleResolution: module,
    moduleDetection: 'force',
    lib: ['es2023', 'dom'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const name = `tsconfig.${module}.json`;
  const config = { compilerOptions, files: ['typed.mts'] };
  await writeFile(new URL(name, folder), JSON.stringify(config));
  await run(process.execPath, TSC, '-p', name).catch((error: { stdout?: string }) => {
    throw new Error(error.stdout ?? String(error));
  });
}
