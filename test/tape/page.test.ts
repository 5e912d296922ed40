import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as tape from '../../src/entries/tape.js';

const root = new URL('../../', import.meta.url);
const cwd = fileURLToPath(root);
const page = readFileSync(new URL('docs/tape.md', root), 'utf8');
const blocksOf = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, text]) => text);

/** What a program prints; the package is imported by its name, as built. */
async function outputOf(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  return stdout;
}

it('docs/tape.md is a program that prints what it says', async () => {
  const program = blocksOf('js').join('\n');
  expect(await outputOf('--input-type=module', '--eval', program)).toBe(blocksOf('text').join(''));
});

it('examples/tape has the gradients and the weights of the trainer', async () => {
  const output = await outputOf('examples/tape/index.mjs');
  expect(output).toMatch(/^gradients: at most 0 from those of the trainer\n/);
  expect(output).toMatch(/\nweights after 40 epochs: the same bits\n/);
});

it('docs/tape.md names every operation', () => {
  const cells = page.match(/^\|.*\|$/gm)!.join('\n');
  const functions = Object.keys(tape).filter((name) => /^[a-z]/.test(name));
  expect(functions.length).toBeGreaterThan(30);
  for (const name of functions.filter((each) => each !== 'drawLayer')) {
    expect(cells).toMatch(new RegExp(`\`${name}[\`(]`));
  }
});
