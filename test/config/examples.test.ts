import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { parseConfig } from '../../src/config/parse.js';
import { resolveLayers } from '../../src/config/resolve.js';
import { readTable } from '../../src/data/read.js';

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

test('the digits are those that their page tells of', async () => {
  const path = fileURLToPath(new URL('data/digits.csv.gz', folder));
  const file = { kind: 'csv' as const, file: { path }, target: -1 };
  const { table } = await readTable(file, { labelled: true });
  expect(table).toMatchObject({ rows: 1797, inputs: 64, outputs: 1, named: false });
  expect([Math.min(...table.x), Math.max(...table.x)]).toEqual([0, 16]);
  const counts = Array.from(
    { length: 10 },
    (_, digit) => table.y.filter((y) => y === digit).length,
  );
  expect([Math.min(...counts), Math.max(...counts)]).toEqual([174, 183]);
  const page = readFileSync(new URL('data/README.md', folder), 'utf8');
  const rows = gunzipSync(readFileSync(path));
  expect(page).toContain(createHash('sha256').update(rows).digest('hex'));
  for (const words of ['CC BY 4.0', 'Alpaydin', 'UCI Machine Learning Repository'])
    expect(page).toContain(words);
});
