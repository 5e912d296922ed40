import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/config/problem.js';
import type { FileBytes } from '../../../src/data/read/bytes.js';
import { type FileFormat, parse } from '../../../src/data/read/format.js';
import { gunzip } from '../../../src/data/read/gunzip.js';
import { idx } from './idx-file.js';
import { NUMPY_FILES } from './numpy-files.js';

/** What may befall a file: bytes changed, cut off, put in or doubled. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('change', 'cut', 'insert', 'repeat'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 10, 34, 44, 45, 91, 255)),
  }),
  { maxLength: 6 },
);

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(file: Uint8Array, blows: Damage): Uint8Array {
  let bytes = Array.from(file);
  for (const { kind, at, byte } of blows) {
    const place = Math.floor(at * bytes.length);
    if (kind === 'change' && bytes.length > 0) bytes[Math.min(place, bytes.length - 1)] = byte;
    else if (kind === 'cut') bytes = bytes.slice(0, place);
    else if (kind === 'insert') bytes.splice(place, 0, byte);
    else bytes.splice(place, 0, ...bytes.slice(place, place + 20));
  }
  return Uint8Array.from(bytes);
}

/** Reads; whatever it is, it takes no more room than there are bytes. */
function read(source: FileFormat, files: Uint8Array[], labelled: boolean): void {
  const sets = files.map((bytes, i): FileBytes => {
    return { path: `f${i}`, bytes, identity: { name: '', sha256: '' } };
  });
  let taken = 0;
  const take = (count: number) => {
    taken += count;
    return new Float32Array(count);
  };
  try {
    const { table } = parse(source, sets, { labelled, take, onProgress: () => {} });
    expect(table.x).toHaveLength(table.rows * table.inputs);
    expect(table.y).toHaveLength(table.rows * table.outputs);
    expect([...table.x, ...table.y].every(Number.isFinite)).toBe(true);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.exitCode).toBe(3);
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { message } of error.problems) expect(message).toMatch(/^[^\p{Cc}]+$/u);
  }
  expect(taken).toBeLessThanOrEqual(files.reduce((sum, { length }) => sum + length, 2));
}

const text = (lines: string) => new TextEncoder().encode(lines);
const file = { path: 'f' };
const images = idx('uint8', [3, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
const labels = idx('int32', [3], [0, 1, 2]);
const FILES: [string, FileFormat, Uint8Array[]][] = [
  ['CSV', { kind: 'csv', file }, [text('a,b,y\n1,2,3\n-4.5,5e3,6\n7,8,9\n')]],
  [
    'CSV with class names',
    { kind: 'csv', file, ignore: [0], skipLines: 1 },
    [text('x\nid;a;y\n"r;1";2;"dog ""x"""\n3;2.5;cat\r\n"r\n3";4;dog\n')],
  ],
  ['IDX', { kind: 'idx', images: file, labels: file }, [images, labels]],
  ['NPY', { kind: 'npy', x: file, y: file }, [NUMPY_FILES.float32, NUMPY_FILES.labels]],
  [
    'NPY images',
    { kind: 'npy', x: file, y: file },
    [NUMPY_FILES.fortranImages, NUMPY_FILES.labels],
  ],
  [
    'JSON',
    { kind: 'json', file },
    [
      text(
        '{"train": {"x": [[1, 2], [3, 4]], "y": ["a", "b"]}, "test": {"x": [[5, 6]], "y": ["a"]}}',
      ),
    ],
  ],
];

describe('damaged files are read or refused', () => {
  test.each(FILES)('%s', (_, source, files) => {
    fc.assert(
      fc.property(fc.tuple(...files.map(() => damage)), fc.boolean(), (blows, labelled) => {
        read(
          source,
          files.map((bytes, i) => damaged(bytes, blows[i])),
          labelled,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('any bytes', () => {
    const any = fc.uint8Array({ maxLength: 80 });
    fc.assert(
      fc.property(fc.constantFrom(...FILES), any, any, fc.boolean(), (each, a, b, labelled) => {
        read(each[1], [a, b], labelled);
      }),
      { numRuns: 2000 },
    );
  });

  test('any header of an NPY file', () => {
    const part = fc
      .constantFrom("'descr'", "'shape'", "'fortran_order'", ':', '(', ')', ',', '[')
      .chain((word) =>
        fc.constantFrom(word, "'<f4'", "'|O'", '3', ' ', 'False', '4294967296', '1'),
      );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (1,${parts.join('')}`;
        const size = [header.length & 255, header.length >> 8];
        const bytes = Uint8Array.of(
          0x93,
          ...text('NUMPY'),
          1,
          0,
          ...size,
          ...text(header),
          0,
          0,
          0,
          0,
        );
        read({ kind: 'npy', x: file, y: file }, [bytes, NUMPY_FILES.labels], false);
      }),
    );
  });
});

test('damaged gzip data is decompressed or refused', async () => {
  const rows = text(Array.from({ length: 60 }, (_, i) => `${i},${i * i}`).join('\n'));
  const gz = gzipSync(rows);
  await fc.assert(
    fc.asyncProperty(damage, async (blows) => {
      // The two bytes that make it gzip data are there: without them it is read as it is.
      const bytes = Uint8Array.of(0x1f, 0x8b, ...damaged(gz.subarray(2), blows));
      try {
        expect((await gunzip(bytes, 'f')).length).toBeLessThan(100_000);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        expect(error.message).toMatch(/^f: found [^\p{Cc}]+$/u);
      }
    }),
    { numRuns: 500 },
  );
});
