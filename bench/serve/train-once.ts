import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../../src/results/manifest.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const TELL = new URL('./tell.mjs', import.meta.url).href;

export interface Finished {
  results: string;
  manifest: Manifest;
  /** Of the whole process. */
  cpuMs: number;
  /** For which the live page kept the main thread. */
  liveMs: number;
  updates: number;
}

/** @param isServed whether a listener reads its events, and the report in the end. */
export function trainOnce(
  flags: readonly string[],
  out: string,
  isServed: boolean,
): Promise<Finished> {
  const serve = isServed ? ['--serve'] : [];
  const child = spawn(
    process.execPath,
    ['--import', TELL, MAIN, 'sweep', ...serve, ...flags, '--quiet', '--out', out],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let stderr = '';
  let updates: Promise<number> | undefined;
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
    const address = /live: (\S+)\n/.exec(stderr)?.[1];
    if (address) updates ??= follow(address);
  });
  return new Promise((resolve, reject) => {
    child.on('close', async (code) => {
      const [, cpu, live] = /^cpu (\d+) live ([\d.]+)$/m.exec(stderr) ?? [];
      if (code !== 0 || !cpu) return reject(new Error(`exit code ${code}: ${stderr}`));
      resolve({
        results: readFileSync(join(out, 'results.json'), 'utf8'),
        manifest: JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')),
        cpuMs: Number(cpu),
        liveMs: Number(live),
        updates: (await updates) ?? 0,
      });
    });
  });
}

/** Reads as a page does; the number of updates. */
function follow(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(`${address}events`, (events) => {
      let updates = 0;
      events.setEncoding('utf8').on('data', (text: string) => {
        updates += text.split('event: update\n').length - 1;
      });
      events.on('end', () => {
        get(address, (page) => page.resume().on('end', () => resolve(updates))).on('error', reject);
      });
    }).on('error', reject);
  });
}
