import { DEFAULT_TEST_FRACTION } from './data-defaults.js';
import { FILE_KEYS, mapConfigFiles, readsFiles } from './files.js';
import type {
  ArraysDataConfig,
  DataConfig,
  FileDataConfig,
  GeneratedDataConfig,
  SweepConfig,
} from './types.js';

/** Fills in the defaults of data that depend on other keys; paths become `{path}`. */
export function completeFiles(config: SweepConfig): SweepConfig {
  const complete = { ...config, data: completeData(config.data) };
  return mapConfigFiles({ ...complete }, (path) => ({ path: String(path) })) as SweepConfig;
}

function completeData(data: DataConfig): DataConfig {
  if (data.kind === 'arrays') return completeTested(data);
  return readsFiles(data) ? completeTested(withOneTarget(data)) : withoutDefaultRange(data);
}

/** What tests outside says nothing: a config has one spelling. */
function withoutDefaultRange(data: GeneratedDataConfig): GeneratedDataConfig {
  if (!('testRange' in data) || data.testRange === 'inside') return data;
  const { testRange: _, ...rest } = data;
  return rest;
}

/** A list of one column is that column: a config has one spelling. */
function withOneTarget<D extends FileDataConfig>(data: D): D {
  if (data.kind !== 'csv' || !Array.isArray(data.target) || data.target.length !== 1) return data;
  return { ...data, target: data.target[0] };
}

/** The keys stand in the order of the schema, so that a config is always printed the same. */
function completeTested<D extends FileDataConfig | ArraysDataConfig>(data: D): D {
  const { testFraction, testRows, folds, trainRows, vary, ...rest } = data;
  const isSaid = testRows !== undefined || folds !== undefined || hasTestRows(data);
  // A JSON file may hold its test rows: that is seen when it is read.
  const isSplit = data.kind !== 'json' && !isSaid;
  const fraction = testFraction ?? (isSplit ? DEFAULT_TEST_FRACTION : undefined);
  return {
    ...rest,
    ...(fraction !== undefined && { testFraction: fraction }),
    ...(testRows !== undefined && { testRows }),
    ...(folds !== undefined && { folds }),
    ...(trainRows !== undefined && { trainRows }),
    vary: vary ?? (drawsRows(data) ? 'seed' : 'none'),
  } as D;
}

/** Whether test rows come on their own. */
export function hasTestRows(data: DataConfig): boolean {
  if (data.kind === 'arrays') return data.test !== undefined;
  if (!readsFiles(data)) return true;
  return (data as unknown as Record<string, unknown>)[FILE_KEYS[data.kind].testRows] !== undefined;
}

/**
 * Whether chance decides which rows go where; rows that are generated are drawn anyhow.
 *
 * @param hasTest a JSON file may turn out to hold test rows.
 */
export function drawsRows(data: DataConfig, hasTest = hasTestRows(data)): boolean {
  if (data.split === 'order') return false;
  if (data.validationFraction > 0 || picksRows(data)) return true;
  // Every row is a fold: nothing to draw.
  return !hasTest && !('folds' in data && data.folds === 'leave-one-out');
}

/** Whether not all rows are used. */
function picksRows(data: DataConfig): boolean {
  if (data.kind !== 'arrays' && !readsFiles(data)) return false;
  return data.trainRows !== undefined || data.testRows !== undefined;
}

/** Whether every seed has rows, or a split of them, of its own. */
export function variesBySeed(data: DataConfig, hasTest = hasTestRows(data)): boolean {
  if (data.vary !== 'seed') return false;
  return data.kind === 'arrays' || readsFiles(data) ? drawsRows(data, hasTest) : true;
}
