import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readmeFigures } from '../bench/readme.js';
import { lanewise, workFolder } from './cli/harness.js';

const root = new URL('../', import.meta.url);

it('shows the figures of the committed benchmark', () => {
  const { present, expected } = readmeFigures();
  expect(present).toBe(expected);
  expect(present.match(/^\| `/gm)?.length).toBeGreaterThanOrEqual(8);
});

it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'assembly/README.md'])(
  '%s links to what exists',
  (name) => {
    const base = new URL(name, root);
    const text = readFileSync(base, 'utf8');
    const targets = [...text.matchAll(/(?:\]\(|src="|srcset=")([^)"#]+)/g)].map(
      ([, target]) => target,
    );
    for (const target of targets.filter((each) => !/^https?:/.test(each))) {
      expect(existsSync(new URL(target, base)), target).toBe(true);
    }
  },
);

it('shows the accuracy that its command for digits prints', async () => {
  const text = readFileSync(new URL('README.md', root), 'utf8');
  const [, claimed, command] =
    /^# 1,797 digits.*: (.*)\nlanewise ((?:.*\\\n)*.*)$/m.exec(text) ??
    expect.fail('no such block');
  const args = command.replaceAll('\\\n', ' ').split(/\s+/);
  const data = args.indexOf('--data') + 1;
  args[data] = fileURLToPath(new URL(args[data], root));
  const { stdout } = await lanewise(args, { cwd: workFolder() });
  const printed = [...stdout.matchAll(/^64-.* (\S+ %)$/gm)].map(([, accuracy]) => accuracy);
  expect(printed).toHaveLength(2);
  expect(claimed.match(/\S+ %/g)).toEqual(printed);
});
