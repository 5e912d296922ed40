import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { sniffKind } from '../../src/cli/flags/sniff.js';
import { flagLayer } from '../../src/cli/flags.js';

const folder = mkdtempSync(join(tmpdir(), 'lanewise-sniff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NPY = Uint8Array.from([0x93, ...Buffer.from('NUMPY'), 1, 0]);
const IDX = Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 1]);

test.each([
  ['npy', NPY],
  ['idx', IDX],
  ['json', Buffer.from('\ufeff \n{"x": [[1]]}')],
  [undefined, Buffer.from('a,b\n1,2\n')],
  [undefined, Buffer.from('')],
])('%s, plain and gzipped', async (kind, bytes) => {
  const path = join(folder, 'data');
  writeFileSync(path, bytes);
  expect(await sniffKind(path)).toBe(kind);
  writeFileSync(path, gzipSync(Buffer.concat([bytes, Buffer.alloc(5000, 32)])));
  expect(await sniffKind(path)).toBe(kind);
});

test.each(['nowhere', '.', '/dev/zero'])('%s tells nothing', async (path) => {
  expect(await sniffKind(path)).toBeUndefined();
});

test('what a file holds counts where its name tells nothing', () => {
  const kind = (data: string) => flagLayer({ data }, 'npy').value as { data: { kind: string } };
  expect(kind('data').data.kind).toBe('npy');
  expect(kind('data.csv').data.kind).toBe('csv');
});
