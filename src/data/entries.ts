import { drawsRows, variesBySeed } from '../config/complete-data.js';
import { DEFAULT_TEST_FRACTION } from '../config/data-defaults.js';
import { heldBack } from '../config/held-back.js';
import type {
  ArraysDataConfig,
  DataConfig,
  FileDataConfig,
  Preparation,
  RowLimits,
} from '../config/types.js';
import { foldRows } from './folds.js';
import type { HeldBack } from './split.js';

/** The seeds of a sweep: seed … seed + seeds − 1. */
export interface Seeds {
  seed: number;
  seeds: number;
}

/** One entry of the dataset table, before its rows are made. */
export interface Outline {
  id: string;
  seed: number;
  fold?: number;
  held: HeldBack;
  trainRows: number;
  validationRows: number;
  testRows: number;
}

/** The entries that generated data make: one a seed, or one for all. */
export function outlineGenerated(
  data: Extract<DataConfig, { train: number }>,
  seeds: Seeds,
): Outline[] {
  return seedsOf(data, true, seeds).map((seed) => {
    const rows = { ...countRows(data, 'none', data.train), testRows: data.test };
    return { id: `${data.kind}-${seed}`, seed, held: 'none', ...rows };
  });
}

/**
 * The entries that the same rows make for several seeds and folds, by seed, then fold.
 *
 * @param ownTests test rows that come on their own; undefined where there are none.
 */
export function outlineShared(
  data: FileDataConfig | ArraysDataConfig,
  seeds: Seeds,
  rows: number,
  ownTests: number | undefined,
): Outline[] {
  const hasTest = ownTests !== undefined;
  const draws = drawsRows(data, hasTest);
  return seedsOf(data, hasTest, seeds).flatMap((seed) => {
    const id = draws ? `${data.kind}-${seed}` : data.kind;
    const ways: HeldBack[] = hasTest ? ['none'] : heldOf(data, rows);
    return ways.map((held): Outline => {
      const counts = countRows(data, held, rows);
      if (held === 'none')
        return { id, seed, held, ...counts, testRows: data.testRows ?? ownTests! };
      if (!('fold' in held)) return { id, seed, held, ...counts };
      return { id: `${id}-fold${held.fold}`, seed, fold: held.fold, held, ...counts };
    });
  });
}

function seedsOf(data: DataConfig, hasTest: boolean, { seed, seeds }: Seeds): number[] {
  const count = variesBySeed(data, hasTest) ? seeds : 1;
  return Array.from({ length: count }, (_, i) => seed + i);
}

function heldOf(
  { testFraction = DEFAULT_TEST_FRACTION, testRows, folds }: FileDataConfig | ArraysDataConfig,
  rows: number,
): HeldBack[] {
  if (testRows !== undefined) return [{ testRows }];
  if (folds === undefined) return [{ testFraction }];
  const count = folds === 'leave-one-out' ? rows : folds;
  return Array.from({ length: count }, (_, fold) => ({ fold, folds: count }));
}

/** What splitRows will make of so many rows. */
function countRows(
  { split, validationFraction, trainRows }: Preparation & RowLimits,
  held: HeldBack,
  rows: number,
): Pick<Outline, 'trainRows' | 'validationRows' | 'testRows'> {
  const testRows = testRowCount(held, rows, split === 'stratified');
  const validationRows = heldBack(rows - testRows, validationFraction);
  const left = rows - testRows - validationRows;
  return { trainRows: Math.min(trainRows ?? left, left), validationRows, testRows };
}

function testRowCount(held: HeldBack, rows: number, stratified: boolean): number {
  if (held === 'none') return 0;
  if ('testRows' in held) return held.testRows;
  if ('fold' in held) return foldRows(rows, held.folds, held.fold, stratified);
  return heldBack(rows, held.testFraction);
}
