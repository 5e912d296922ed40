import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { parseConfig } from '../../src/config/parse.js';
import { resolveLayers } from '../../src/config/resolve.js';

const folder = new URL('../../examples/', import.meta.url);
const load = async (name: string) =>
  resolveLayers([await parseConfig(readFileSync(new URL(name, folder), 'utf8'), name)]);

test('assignment.yaml is the default sweep', async () => {
  expect(await load('assignment.yaml')).toEqual({ config: DEFAULT_CONFIG, problems: [] });
});

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))(
  '%s is valid',
  async (name) => {
    expect((await load(name)).problems).toEqual([]);
  },
);
