import { hasTestRows } from './complete-data.js';
import { FILE_KEYS, readsFiles, TEST_FILE_KEYS } from './files.js';
import { type Check, type Finding, value } from './finding.js';
import { heldBack } from './held-back.js';
import type { Path } from './layer.js';
import { alternatives } from './text.js';
import { type DataConfig, type LossName, nameOf, type SweepConfig } from './types.js';

const DATA: Path = ['data'];
const LOSS: Path = ['training', 'loss'];

/** What no single key of data can say. */
export const DATA_CHECKS: readonly Check[] = [
  { reads: [DATA], run: oneTestSet },
  { reads: [DATA], run: wholeTestSet },
  { reads: [DATA], run: strataAreClasses },
  { reads: [DATA, LOSS], run: lossSuitsTargets },
  { reads: [DATA, LOSS], run: encodingSuitsLoss },
];

/** Losses whose targets are classes or probabilities. */
const OF_CLASSES: readonly LossName[] = [
  'softmax-cross-entropy',
  'binary-cross-entropy',
  'kl-divergence',
];

/** Training rows, where they are known before anything is read. */
export function trainRows(data: DataConfig): number | undefined {
  const isGiven = data.kind === 'arrays' || readsFiles(data);
  // If there are not so many, reading them will say so.
  if (isGiven && data.trainRows !== undefined) return data.trainRows;
  if (readsFiles(data) || !hasTestRows(data)) return undefined;
  const rows = data.kind === 'arrays' ? data.train.x.length : data.train;
  return rows - heldBack(rows, data.validationFraction);
}

function oneTestSet({ data }: SweepConfig): Finding[] {
  const map = data as unknown as Record<string, unknown>;
  if (data.kind !== 'arrays' && !readsFiles(data)) return [];
  const rows = data.kind === 'arrays' ? ['test'] : TEST_FILE_KEYS;
  const own = rows.find((key) => map[key] !== undefined);
  const ways = [own ?? 'testRows', 'testFraction', 'folds'].filter((key) => map[key] !== undefined);
  if (ways.length < 2) return [];
  const found = ways.length === 2 ? `both ${ways.join(' and ')}` : ways.join(', ');
  return [value(['data', ways[1]], `found ${found}, expected one`)];
}

/** Test inputs come with their targets. */
function wholeTestSet({ data }: SweepConfig): Finding[] {
  if (!readsFiles(data)) return [];
  const { testRows, testTargets } = FILE_KEYS[data.kind];
  if (testTargets === undefined) return [];
  const given = [testRows, testTargets].filter((key) => Object.hasOwn(data, key));
  const missing = given[0] === testRows ? testTargets : testRows;
  if (given.length !== 1) return [];
  return [value(['data', given[0]], `found ${given[0]} without ${missing}, expected both`)];
}

function strataAreClasses({ data }: SweepConfig): Finding[] {
  if (data.split !== 'stratified' || !('noiseVariance' in data)) return [];
  const message = 'found stratified for data without classes, expected random or order';
  return [value(['data', 'split'], message)];
}

/** The targets of functions are numbers of any size. */
function lossSuitsTargets({ data, training }: SweepConfig): Finding[] {
  const loss = nameOf(training.loss);
  if (!('noiseVariance' in data) || !OF_CLASSES.includes(loss)) return [];
  const expected = 'mse or another loss over numbers, or data with classes';
  return [value(LOSS, `found ${loss} for data without classes, expected ${expected}`)];
}

/** A label is an index: only softmax-cross-entropy knows what to do with it, and with nothing else. */
function encodingSuitsLoss({ data, training }: SweepConfig): Finding[] {
  if (!('encoding' in data) || data.encoding === 'auto') return [];
  const loss = nameOf(training.loss);
  const ofLabels = loss === 'softmax-cross-entropy';
  if (ofLabels === (data.encoding === 'label')) return [];
  const expected = ofLabels ? ['auto', 'label'] : ['auto', 'number', 'one-hot', 'binary'];
  const message = `found ${data.encoding} with loss ${loss}, expected ${alternatives(expected)}`;
  return [{ ...value(['data', 'encoding'], message), otherwise: LOSS }];
}
