import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchChromium, resultOfPage } from '../browser/chromium.js';
import { serve } from '../browser/server.js';
import type { Digests } from './digest.js';

const HTML = '<!doctype html><script type="module" src="page.js"></script>';

/** The digest of a page in Chromium whose memory is shared, or not, as its headers allow. */
export async function digestPage(shared: boolean): Promise<Digests> {
  const script = await bundle();
  const server = await serve(async (path) => {
    if (path === '/') return HTML;
    if (path === '/page.js') return script;
    const isBinary = path.endsWith('.wasm');
    return isBinary ? readFile(new URL(`../../dist/kernels${path}`, import.meta.url)) : undefined;
  }, shared);
  const browser = await launchChromium();
  try {
    const address = `${server.origin}/?memory=${shared ? 'shared' : 'unshared'}`;
    return await resultOfPage<Digests>(browser, address);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
