import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readmeFigures } from '../bench/readme.js';

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
