import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { resultOfPage } from '../browser/chromium.js';
import { filesOf, serve } from '../browser/server.js';
import type { Project } from './project.js';

/** Bundles an example with Vite, without any setting; returns the folder to serve. */
export async function bundleWithVite({ folder }: Project, example: 'page' | 'model'): Promise<URL> {
  const { build } = await import('vite');
  const root = fileURLToPath(new URL(`examples/${example}`, folder));
  await build({ root, logLevel: 'error', configFile: false });
  return new URL(`examples/${example}/dist/`, folder);
}

/** Bundles examples/inline with esbuild, as the example says; returns the folder to serve. */
export async function bundleWithEsbuild({ folder }: Project): Promise<URL> {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: fileURLToPath(new URL('examples/inline', folder)),
    entryPoints: ['main.js'],
    bundle: true,
    format: 'esm',
    outfile: 'bundle.js',
    logLevel: 'error',
  });
  return new URL('examples/inline/', folder);
}

/** What the example writes as its result when it is opened, with or without isolation. */
export async function resultOfExample(
  browser: Browser,
  folder: URL,
  isolated: boolean,
): Promise<string> {
  const server = await serve(filesOf(folder), isolated);
  try {
    const text = "document.querySelector('#result')?.textContent || undefined";
    return await resultOfPage<string>(browser, `${server.origin}/`, text);
  } finally {
    await server.close();
  }
}
