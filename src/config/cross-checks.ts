import { type Finding, touches } from './finding.js';
import type { Path } from './layer.js';
import { MAX_SEED } from './schema.js';
import { grouped } from './text.js';
import type { SweepConfig } from './types.js';

type Check = { reads: Path[]; run(config: SweepConfig): Finding[] };

const HIDDEN: Path = ['networks', 'hidden'];
const LOSS: Path = ['training', 'loss'];
const BATCH: Path = ['training', 'batchSize'];

/** What no single key can say. A rule is skipped where one of the keys it reads is wrong. */
const CHECKS: Check[] = [
  { reads: [HIDDEN], run: (config) => duplicates(config.networks.hidden) },
  { reads: [BATCH, ['data']], run: batchFits },
  { reads: [['seed'], ['seeds']], run: seedsFit },
  { reads: [['evaluate']], run: oneWayToEvaluate },
  { reads: [['data']], run: oneTestSet },
  { reads: [['data'], LOSS], run: classesAreNamed },
];

export function crossFindings(config: SweepConfig, found: readonly Finding[]): Finding[] {
  return CHECKS.filter((check) => !check.reads.some((path) => touches(found, path))).flatMap(
    (check) => check.run(config),
  );
}

function value(path: Path, message: string): Finding {
  return { path, part: 'value', message, depends: true };
}

function duplicates(hidden: number[][]): Finding[] {
  const first = new Map<string, number>();
  return hidden.flatMap((widths, i) => {
    const key = widths.join('-');
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, i);
    const again = `found [${widths.join(', ')}] again, expected every network once`;
    return earlier === undefined
      ? []
      : [value([...HIDDEN, i], `${again} (it is network ${earlier + 1})`)];
  });
}

/** Of generated data and arrays; the rows of a file are known only when it is read. */
function batchFits({ data, training }: SweepConfig): Finding[] {
  if (data.kind === 'csv') return [];
  const rows = data.kind === 'arrays' ? data.train.x.length : data.train;
  if (training.batchSize <= rows) return [];
  const sizes = `batch size ${grouped(training.batchSize)} for ${grouped(rows)} training samples`;
  const finding = value(BATCH, `found ${sizes}, expected at most ${grouped(rows)}`);
  return [{ ...finding, otherwise: ['data', 'train'] }];
}

/** Generated targets are numbers. */
function classesAreNamed({ data, training: { loss } }: SweepConfig): Finding[] {
  if (loss !== 'softmax-cross-entropy' || data.kind === 'csv' || data.kind === 'arrays') return [];
  return [value(LOSS, `found ${loss} for data without classes, expected mse or data of kind csv`)];
}

function seedsFit({ seed, seeds }: SweepConfig): Finding[] {
  const last = seed + seeds - 1;
  if (last <= MAX_SEED) return [];
  return [
    value(['seed'], `found last seed ${grouped(last)}, expected at most ${grouped(MAX_SEED)}`),
  ];
}

function oneWayToEvaluate({ evaluate }: SweepConfig): Finding[] {
  const count = Object.keys(evaluate).length;
  if (count === 1) return [];
  const found = count === 0 ? 'neither every nor points' : 'both every and points';
  return [value(['evaluate'], `found ${found}, expected one of them`)];
}

function oneTestSet({ data }: SweepConfig): Finding[] {
  if (data.kind !== 'csv' || data.testFile === undefined) return [];
  if (data.testFraction === undefined) return [];
  return [value(['data', 'testFraction'], 'found both testFile and testFraction, expected one')];
}
