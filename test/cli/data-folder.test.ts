import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lanewise, workFolder } from './harness.js';

/** An array of unsigned bytes in the format of MNIST. */
function idx(dims: number[], value: (i: number) => number): Uint8Array {
  const head = [0, 0, 8, dims.length, ...dims.flatMap((n) => [0, 0, n >> 8, n & 255])];
  const length = dims.reduce((product, n) => product * n, 1);
  return Uint8Array.from([...head, ...Array.from({ length }, (_, i) => value(i))]);
}

const IMAGES = idx([20, 2, 2], (i) => (i * 37) % 256);
const LABELS = idx([20], (i) => i % 2);

const CONFIG = `name: m
seeds: 1
data: { kind: idx, images: i-idx3-ubyte.gz, labels: l-idx1-ubyte, testRows: 5 }
networks: { hidden: [[2]] }
training: { loss: softmax-cross-entropy, epochs: 1, batchSize: 5 }
`;

/** A folder with a config, and its files in folders beside it: as named, and the other way. */
function project(): string {
  const cwd = workFolder({ 'm.yaml': CONFIG });
  for (const name of ['as-named', 'other', 'images', 'empty']) mkdirSync(join(cwd, name));
  writeFileSync(join(cwd, 'as-named', 'i-idx3-ubyte.gz'), gzipSync(IMAGES));
  writeFileSync(join(cwd, 'as-named', 'l-idx1-ubyte'), LABELS);
  writeFileSync(join(cwd, 'other', 'i-idx3-ubyte'), IMAGES);
  writeFileSync(join(cwd, 'other', 'l-idx1-ubyte.gz'), gzipSync(LABELS, { level: 1 }));
  writeFileSync(join(cwd, 'images', 'i-idx3-ubyte'), IMAGES);
  return cwd;
}

const quiet = (cwd: string, ...args: string[]) => lanewise([...args, '--quiet'], { cwd });
const missing = (name: string, folder: string, key: string) =>
  `--data: found no ${name} in ${folder}, expected the ${key} of the config, gzipped or not\n`;

describe('sweep --data FOLDER', () => {
  test('finds the files of the config, gzipped or not, with the same results', async () => {
    const cwd = project();
    const texts: string[] = [];
    for (const folder of ['as-named', 'other']) {
      const found = await quiet(cwd, 'sweep', 'm.yaml', '--data', folder, '--out', `r-${folder}`);
      expect(found).toMatchObject({ code: 0, stderr: '' });
      texts.push(readFileSync(join(cwd, `r-${folder}`, 'results.json'), 'utf8'));
    }
    expect(texts[1]).toBe(texts[0]);
    expect(JSON.parse(texts[0]).config.data).toMatchObject({
      images: { name: 'i-idx3-ubyte' },
      labels: { name: 'l-idx1-ubyte' },
    });
  });

  test('says of every file that it is not there', async () => {
    const cwd = project();
    expect(await quiet(cwd, 'sweep', 'm.yaml', '--data', 'empty')).toEqual({
      code: 3,
      stdout: '',
      stderr:
        missing('i-idx3-ubyte.gz', 'empty', 'images') + missing('l-idx1-ubyte', 'empty', 'labels'),
    });
    expect(await quiet(cwd, 'sweep', 'm.yaml', '--data', 'images')).toMatchObject({
      code: 3,
      stderr: missing('l-idx1-ubyte', 'images', 'labels'),
    });
  });

  test('leaves what flags name where they name it', async () => {
    const cwd = project();
    const flags = ['--data', 'images', '--labels', 'as-named/l-idx1-ubyte', '--dry-run'];
    expect(await quiet(cwd, 'sweep', 'm.yaml', ...flags)).toMatchObject({ code: 0, stderr: '' });
  });

  test('is printed with the files', async () => {
    const cwd = project();
    const { stdout } = await quiet(cwd, 'sweep', 'm.yaml', '--data', 'other', '--print-config');
    expect(stdout).toContain(`images: "${join(cwd, 'other', 'i-idx3-ubyte')}"`);
    expect(stdout).toContain(`labels: "${join(cwd, 'other', 'l-idx1-ubyte.gz')}"`);
  });

  test('needs a config that names files, each by a name of its own', async () => {
    const cwd = project();
    writeFileSync(join(cwd, 'g.yaml'), 'seeds: 0\n');
    writeFileSync(join(cwd, 't.yaml'), 'data: { kind: csv, file: a/x.csv, testFile: b/x.csv }\n');
    const folder =
      '--data: found the folder empty, expected a data file, or with it a config that names files\n';
    expect(await quiet(cwd, 'sweep', '--data', 'empty')).toMatchObject({ code: 2, stderr: folder });
    expect(await quiet(cwd, 'sweep', 'g.yaml', '--data', 'empty')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^--data: found the folder empty, .+\ng\.yaml:1:8: seeds: /),
    });
    expect(await quiet(cwd, 'sweep', 't.yaml', '--data', 'empty')).toMatchObject({
      code: 2,
      stderr:
        '--data: found two files of the config with the name x.csv, expected names of their own\n',
    });
  });
});

describe('a config without its files', () => {
  test('names them and --data', async () => {
    const cwd = project();
    expect(await quiet(cwd, 'sweep', 'm.yaml')).toEqual({
      code: 3,
      stdout: '',
      stderr:
        'm.yaml:3:1: found none of i-idx3-ubyte.gz and l-idx1-ubyte, expected them where the config says or in a folder: --data FOLDER\n',
    });
    writeFileSync(join(cwd, 'c.yaml'), 'data: { kind: csv, file: d.csv }\n');
    expect(await quiet(cwd, 'sweep', 'c.yaml')).toMatchObject({
      code: 3,
      stderr:
        'c.yaml:1:1: found no d.csv, expected it where the config says or in a folder: --data FOLDER\n',
    });
  });

  test('is printed all the same, and told file by file where one is there', async () => {
    const cwd = project();
    const printed = await quiet(cwd, 'sweep', 'm.yaml', '--print-config');
    expect(printed).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(cwd, 'l-idx1-ubyte'), LABELS);
    expect(await quiet(cwd, 'sweep', 'm.yaml')).toMatchObject({
      code: 3,
      stderr: 'i-idx3-ubyte.gz: found no such file, expected an IDX file of images\n',
    });
  });

  test('takes flags for files of its kind', async () => {
    const cwd = project();
    const npy = 'data: { kind: npy, x: x.npy, y: y.npy }\n';
    writeFileSync(join(cwd, 'n.yaml'), npy);
    expect(await quiet(cwd, 'sweep', 'n.yaml', '--labels', 'z')).toMatchObject({
      code: 3,
      stderr:
        'x.npy: found no such file, expected an NPY file of inputs\nz: found no such file, expected an NPY file of targets\n',
    });
  });
});

describe('verify --data FOLDER', () => {
  test('finds the files of the run, gzipped or not', async () => {
    const cwd = project();
    await quiet(cwd, 'sweep', 'm.yaml', '--data', 'as-named', '--out', 'r');
    for (const folder of ['as-named', 'other'])
      expect(await quiet(cwd, 'verify', 'r', '--data', folder)).toMatchObject({ code: 0 });
    const labels = ['--labels', 'other/l-idx1-ubyte.gz'];
    const mixed = await quiet(cwd, 'verify', 'r', '--data', 'images', ...labels);
    expect(mixed).toMatchObject({ code: 0, stderr: '' });
  });

  test('says of every file that it is missing or another', async () => {
    const cwd = project();
    await quiet(cwd, 'sweep', 'm.yaml', '--data', 'as-named', '--out', 'r');
    const sha = '\\(SHA-256 [0-9a-f]{64}\\)';
    const line = (name: string) =>
      `--data: found no ${name} in empty, expected the file of the run ${sha}, gzipped or not\n`;
    const none = await quiet(cwd, 'verify', 'r', '--data', 'empty');
    expect(none.code).toBe(3);
    expect(none.stderr).toMatch(new RegExp(`^${line('i-idx3-ubyte')}${line('l-idx1-ubyte')}$`));
    writeFileSync(join(cwd, 'images', 'l-idx1-ubyte'), 'junk');
    const other = await quiet(cwd, 'verify', 'r', '--data', 'images');
    expect(other.code).toBe(3);
    expect(other.stderr).toMatch(
      new RegExp(`^images/l-idx1-ubyte: found other content ${sha}, expected the file`),
    );
    // Of a file and its gzipped twin the one of the run is taken.
    writeFileSync(join(cwd, 'images', 'l-idx1-ubyte.gz'), gzipSync(LABELS));
    expect(await quiet(cwd, 'verify', 'r', '--data', 'images')).toMatchObject({ code: 0 });
  });

  test('looks beside the run and here for either', async () => {
    const cwd = project();
    await quiet(cwd, 'sweep', 'm.yaml', '--data', 'as-named', '--out', 'r');
    writeFileSync(join(cwd, 'i-idx3-ubyte'), IMAGES);
    writeFileSync(join(cwd, 'r', 'l-idx1-ubyte.gz'), gzipSync(LABELS));
    expect(await quiet(cwd, 'verify', 'r')).toMatchObject({ code: 0, stderr: '' });
  });
});
