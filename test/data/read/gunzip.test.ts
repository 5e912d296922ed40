import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gunzip, isGzip, mostDecompressed } from '../../../src/data/read/gunzip.js';
import { problemsOfAsync } from './problems.js';

const text = Buffer.from(Array.from({ length: 5000 }, (_, i) => `${i},${i * i}`).join('\n'));
const gz = gzipSync(text);
const read = async (bytes: Uint8Array, most?: number) =>
  Buffer.from(await gunzip(bytes, 'f.gz', most));

test('is known by its first bytes', () => {
  expect(isGzip(gz)).toBe(true);
  expect(isGzip(text)).toBe(false);
  expect(isGzip(new Uint8Array(0))).toBe(false);
});

describe('decompresses', () => {
  test.each<[string, Uint8Array, Buffer]>([
    ['one member', gz, text],
    ['two', Buffer.concat([gz, gz]), Buffer.concat([text, text])],
    ['padding', Buffer.concat([gz, Buffer.alloc(512)]), text],
    ['nothing', gzipSync(''), Buffer.alloc(0)],
    ['more than a chunk', gzipSync(Buffer.alloc(3 << 20, 'abc')), Buffer.alloc(3 << 20, 'abc')],
  ])('%s', async (_, bytes, expected) => {
    expect((await read(bytes)).equals(expected)).toBe(true);
  });
});

describe('tells', () => {
  const changed = (at: number) => {
    const bytes = Uint8Array.from(gz);
    bytes.set([bytes.at(at)! ^ 0xff], at < 0 ? bytes.length + at : at);
    return bytes;
  };
  const again = 'expected a whole file: copy or download it again';
  const other = 'found other bytes after the gzip data, expected nothing there';
  test.each<[string, Uint8Array, string | RegExp]>([
    [
      'a cut file',
      gz.subarray(0, gz.length >> 1),
      /^found gzip data that ends too early \(after [\d,]+ bytes or more\), expected a whole file/,
    ],
    ['a cut end', gz.subarray(0, gz.length - 3), /ends too early/],
    ['the magic alone', gz.subarray(0, 2), /ends too early/],
    [
      'another method',
      changed(2),
      'found a damaged gzip header, expected a gzip file or a plain one',
    ],
    ['a wrong sum', changed(-6), `found damaged gzip data (incorrect data check), ${again}`],
    ['a wrong size', changed(-1), `found damaged gzip data (incorrect length check), ${again}`],
    ['garbage behind', Buffer.concat([gz, Buffer.from('garbage')]), other],
    ['garbage behind zeros', Buffer.concat([gz, Buffer.alloc(9), Buffer.from('x')]), other],
    ['half a member behind', Buffer.concat([gz, Buffer.from([0x1f, 0x8b, 3, 4])]), other],
  ])('%s', async (_, bytes, message) => {
    const [found] = await problemsOfAsync(() => read(bytes));
    expect(found).toMatch(/^f\.gz: /);
    if (typeof message === 'string') expect(found).toBe(`f.gz: ${message}`);
    else expect(found.slice(6)).toMatch(message);
  });
});

describe('a bomb', () => {
  test('is stopped when the limit is passed', async () => {
    const bomb = gzipSync(Buffer.alloc(80 << 20));
    const before = process.memoryUsage().arrayBuffers;
    const [found] = await problemsOfAsync(() => read(bomb, 8 << 20));
    expect(found).toMatch(/^f\.gz: found more than 8 MiB in [\d,]+ bytes of gzip data, /);
    expect(found).toMatch(/, expected no gzip bomb; if it is none, gunzip the file$/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20);
  });

  test('is what grows more than 250 times beyond 64 MiB, or beyond 2 GiB', async () => {
    expect(mostDecompressed(0)).toBe(64 << 20);
    expect(mostDecompressed(1 << 20)).toBe(314 << 20);
    expect(mostDecompressed(1 << 30)).toBe(2 ** 31);
    const bomb = gzipSync(Buffer.alloc(100 << 20));
    expect((await problemsOfAsync(() => read(bomb)))[0]).toContain('expected no gzip bomb');
  });
});
