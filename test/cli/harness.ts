import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

/** The built command line. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** A sweep of milliseconds. */
export const SMALL = ['--widths', '2,3', '--seeds', '2', '--epochs', '3', '--train', '200'];

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
  /** Called with everything that has come on stderr so far. */
  onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the command line as a child process, with nothing of our own environment but PATH. */
export function lanewise(
  args: readonly string[],
  { cwd, env, onStderr }: RunOptions,
): Promise<Finished> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
    onStderr?.(stderr, (signal) => child.kill(signal));
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** An empty folder with these files in it; gone when the tests of the file are over. */
export function workFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lanewise-cli-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Refused as it should be: these lines, this exit code, nothing else, nothing made. */
export async function expectRefusal(
  args: readonly string[],
  lines: readonly (string | RegExp)[],
  { code = 2, files = {}, env = {} } = {},
): Promise<void> {
  const cwd = workFolder(files);
  const before = readdirSync(cwd);
  const found = await lanewise(args, { cwd, env });
  const stderr = found.stderr.trimEnd().split('\n');
  lines.forEach((line, i) => {
    if (typeof line === 'string') expect(stderr[i]).toBe(line);
    else expect(stderr[i]).toMatch(line);
  });
  expect(stderr).toHaveLength(lines.length);
  expect(found.stdout).toBe('');
  expect(found.code).toBe(code);
  expect(readdirSync(cwd)).toEqual(before);
}
