import { DATA_CHECKS, trainRows } from './data-checks.js';
import { type Check, type Finding, touches, value } from './finding.js';
import type { Path } from './layer.js';
import { takesLogits } from './logits.js';
import { METHOD_CHECKS } from './method-checks.js';
import { MAX_SEED } from './schema.js';
import { grouped } from './text.js';
import { nameOf, type SweepConfig } from './types.js';

const HIDDEN: Path = ['networks', 'hidden'];
const BATCH: Path = ['training', 'batchSize'];
const OUTPUT: Path = ['networks', 'output', 'activation'];

/** What no single key can say. A rule is skipped where one of the keys it reads is wrong. */
const CHECKS: Check[] = [
  { reads: [HIDDEN], run: (config) => duplicates(config.networks.hidden) },
  { reads: [BATCH, ['data']], run: batchFits },
  { reads: [['seed'], ['seeds']], run: seedsFit },
  { reads: [['evaluate']], run: oneWayToEvaluate },
  {
    reads: [
      ['training', 'warmup'],
      ['training', 'epochs'],
    ],
    run: warmupEnds,
  },
  { reads: [['training', 'earlyStopping'], ['data']], run: stoppingHasRows },
  {
    reads: [
      ['training', 'schedule'],
      ['training', 'optimizer'],
    ],
    run: cosineFalls,
  },
  { reads: [OUTPUT, ['training', 'loss']], run: outputFitsLoss },
  { reads: [['networks']], run: hiddenAreNoSoftmax },
  ...METHOD_CHECKS,
  ...DATA_CHECKS,
];

export function crossFindings(config: SweepConfig, found: readonly Finding[]): Finding[] {
  return CHECKS.filter((check) => !check.reads.some((path) => touches(found, path))).flatMap(
    (check) => check.run(config),
  );
}

function duplicates(hidden: SweepConfig['networks']['hidden']): Finding[] {
  const first = new Map<string, number>();
  return hidden.flatMap((layers, i) => {
    const key = JSON.stringify(layers);
    const widths = layers.map((layer) => (typeof layer === 'number' ? layer : layer.units));
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, i);
    const again = `found [${widths.join(', ')}] again, expected every network once`;
    return earlier === undefined
      ? []
      : [value([...HIDDEN, i], `${again} (it is network ${earlier + 1})`)];
  });
}

/** Of generated data and arrays; those of a file are known when it is read, if they are not limited. */
function batchFits({ data, training }: SweepConfig): Finding[] {
  const rows = trainRows(data);
  const { batchSize, method } = training;
  if (rows === undefined || batchSize === 'full' || method === 'least-squares') return [];
  if (batchSize <= rows) return [];
  const sizes = `batch size ${grouped(batchSize)} for ${grouped(rows)} training samples`;
  const finding = value(BATCH, `found ${sizes}, expected at most ${grouped(rows)}`);
  return [{ ...finding, otherwise: ['data', 'trainRows' in data ? 'trainRows' : 'train'] }];
}

function warmupEnds({ training: { warmup, epochs } }: SweepConfig): Finding[] {
  if (warmup <= epochs) return [];
  const message = `found ${grouped(warmup)}, expected at most the ${grouped(epochs)} epochs`;
  return [value(['training', 'warmup'], message)];
}

/** Rows that early stopping waits for. */
function stoppingHasRows({ data, training: { earlyStopping } }: SweepConfig): Finding[] {
  if (earlyStopping === 'none' || earlyStopping.monitor === 'train') return [];
  if (data.validationFraction > 0) return [];
  const message =
    'found early stopping without validation rows, expected some: set data.validationFraction';
  return [value(['training', 'earlyStopping'], message)];
}

function cosineFalls({ training: { schedule, optimizer } }: SweepConfig): Finding[] {
  if (typeof schedule === 'string' || schedule.name !== 'cosine') return [];
  if (schedule.minimum <= optimizer.learningRate) return [];
  const message = `found ${schedule.minimum}, expected at most the learning rate ${optimizer.learningRate}`;
  return [value(['training', 'schedule', 'minimum'], message)];
}

/** The loss takes the softmax or sigmoid itself: twice would be a silent mistake. */
function outputFitsLoss({ networks: { output }, training }: SweepConfig): Finding[] {
  const loss = nameOf(training.loss);
  const activation = nameOf(output.activation);
  if (!takesLogits(training.loss) || !['softmax', 'sigmoid'].includes(activation)) return [];
  const message = `found ${activation} with the loss ${loss}, which takes logits, expected linear`;
  return [value(OUTPUT, message)];
}

function hiddenAreNoSoftmax({ networks: { activation, hidden } }: SweepConfig): Finding[] {
  const message = 'found softmax in a hidden layer, expected it only at the output';
  const own = hidden.flatMap((layers, i) =>
    layers.flatMap((layer, j) =>
      typeof layer !== 'number' && layer.activation === 'softmax'
        ? [value([...HIDDEN, i, j, 'activation'], message)]
        : [],
    ),
  );
  return activation === 'softmax' ? [value(['networks', 'activation'], message), ...own] : own;
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
