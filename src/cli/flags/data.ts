import { FILE_KEYS } from '../../config/files.js';
import type { Path } from '../../config/layer.js';
import { type ConfigFlag, type FileKind, number } from './flag.js';

const data = (key: string): Path => ['data', key];

/** `price`, `-1`; `a,b` → [a, b] */
function columns(text: string): unknown {
  return text.includes(',') ? list(text) : number(text);
}

function list(text: string): unknown[] {
  return text.split(',').map(number);
}

/** `32x32x3`, channels last */
function imageSize(text: string): unknown {
  const [height, width, channels = 1, ...more] = text.split('x').map(number);
  return more.length > 0 ? text : { height, width, channels };
}

/** The flags that name data files. */
export const FILE_FLAGS: readonly ConfigFlag[] = [
  {
    flags: '--data <file>',
    help: 'CSV, JSON, NPY or IDX, plain or gzipped; or the folder of the files that a config names',
    path: (kind) => data(FILE_KEYS[kind].rows),
  },
  {
    flags: '--labels <file>',
    help: 'targets of the rows, where they have a file of their own: IDX, NPY',
    path: (kind) => data(FILE_KEYS[kind].targets ?? 'labels'),
  },
  {
    flags: '--test-data <file>',
    help: 'the test rows',
    path: (kind) => data(FILE_KEYS[kind].testRows),
  },
  {
    flags: '--test-labels <file>',
    help: 'their targets',
    path: (kind) => data(FILE_KEYS[kind].testTargets ?? 'testLabels'),
  },
];

/** What the networks learn. */
export const DATA_FLAGS: readonly ConfigFlag[] = [
  {
    flags: '--kind <name>',
    help: 'generated: assignment, tutorial, linear, product, circles, moons, spirals, blobs, xor',
    path: data('kind'),
  },
  { flags: '--train <n>', help: 'training samples', path: data('train'), read: number },
  { flags: '--test <n>', help: 'test samples', path: data('test'), read: number },
  {
    flags: '--noise-variance <x>',
    help: 'of the training labels',
    path: data('noiseVariance'),
    read: number,
  },
  { flags: '--noise <x>', help: 'deviation of points', path: data('noise'), read: number },
  {
    flags: '--label-noise <x>',
    help: 'share of wrong training labels',
    path: data('labelNoise'),
    read: number,
  },
  { flags: '--vary <what>', help: 'seed: new data for every seed; none', path: data('vary') },
  ...FILE_FLAGS,
  {
    flags: '--test-fraction <x>',
    help: 'or the share of rows held back for testing',
    path: data('testFraction'),
    read: number,
  },
  {
    flags: '--test-rows <n>',
    help: 'or their number; of test data, how many are used',
    path: data('testRows'),
    read: number,
  },
  {
    flags: '--folds <n>',
    help: 'or cross-validation: n parts, or leave-one-out',
    path: data('folds'),
    read: number,
  },
  {
    flags: '--validation-fraction <x>',
    help: 'share of the training rows held back for validation',
    path: data('validationFraction'),
    read: number,
  },
  {
    flags: '--train-rows <n>',
    help: 'so many of the rows that are left',
    path: data('trainRows'),
    read: number,
  },
  { flags: '--split <how>', help: 'random, stratified, order', path: data('split') },
  {
    flags: '--scaling <how>',
    help: 'of the inputs: none, standard, minmax',
    path: data('scaling'),
  },
  {
    flags: '--encoding <how>',
    help: 'of the targets: auto, number, label, one-hot, binary',
    path: data('encoding'),
  },
  {
    flags: '--image <size>',
    help: 'the inputs are an image, for --augment: 8x8, 32x32x3',
    path: data('image'),
    read: imageSize,
  },
  {
    flags: '--target <columns>',
    help: 'to predict: names or indices, default the last',
    path: data('target'),
    read: columns,
  },
  {
    flags: '--ignore <columns>',
    help: 'neither inputs nor targets',
    path: data('ignore'),
    read: list,
  },
  { flags: '--header', help: 'the first line names the columns', path: data('header') },
  { flags: '--no-header', help: 'it does not', path: data('header') },
  {
    flags: '--skip-lines <n>',
    help: 'lines above the header',
    path: data('skipLines'),
    read: number,
  },
];

/**
 * The kind of the files that flags name: as --kind says, or by the name of the file.
 *
 * @param sniffed what its content says, where the name does not.
 */
export function fileKind(
  { kind, data: file, testData }: Record<string, unknown>,
  sniffed: FileKind = 'csv',
): FileKind {
  if (typeof kind === 'string' && Object.hasOwn(FILE_KEYS, kind)) return kind as FileKind;
  const name = String(file ?? testData ?? '')
    .toLowerCase()
    .replace(/\.gz$/, '');
  if (name.endsWith('.npy')) return 'npy';
  if (name.endsWith('.json')) return 'json';
  if (/(?:[-.]idx\d?|-ubyte)$/.test(name)) return 'idx';
  return /\.(?:csv|txt)$/.test(name) ? 'csv' : sniffed;
}
