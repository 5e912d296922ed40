import type { Manifest } from './manifest.js';
import type { AggregateRecord, Results, RunRecord } from './schema.js';

/**
 * The text of results.json: keys in the order of the schema whoever built the records, a line per
 * record and per curve, so that it reads and diffs well. Numbers in their shortest form.
 */
export function serialiseResults(results: Results): string {
  const { config, datasets, networks, variants, runs, observations } = results;
  return document([
    ['schema', JSON.stringify(results.schema)],
    ['name', JSON.stringify(results.name)],
    ['configHash', JSON.stringify(results.configHash)],
    ['config', block('{', '}', Object.entries(config).map(member))],
    ['datasets', list(datasets.map((record) => line(record, DATASET_KEYS)))],
    ['networks', list(networks.map(networkLine))],
    ['variants', list(variants.map((record) => line(record, ['id', 'network', 'hyper'])))],
    ['runs', list(runs.map(runLines))],
    ['aggregate', list(results.aggregate.map(aggregateLine))],
    ['observations', list(observations.map((record) => line(record, ['kind', 'text'])))],
  ]);
}

/** The text of manifest.json: a line per stage and per trial. */
export function serialiseManifest(manifest: Manifest): string {
  const { stages, trials, ...rest } = manifest;
  return document([
    ...Object.entries(rest).map(([key, value]): Member => [key, JSON.stringify(value)]),
    ['stages', list(stages.map((stage) => JSON.stringify(stage)))],
    ['trials', list(trials.map((trial) => JSON.stringify(trial)))],
  ]);
}

type Member = [key: string, text: string];

const DATASET_KEYS = [
  'id',
  'kind',
  'seed',
  'trainRows',
  'validationRows',
  'testRows',
  'inputs',
  'outputs',
  'sha256',
];
const LAYER_KEYS = ['units', 'activation', 'bias'];
const SPREAD_KEYS = ['median', 'q1', 'q3', 'mean', 'low', 'high'];

function networkLine(network: Results['networks'][number]): string {
  const layers = network.layers.map((layer) => inOrder(layer, LAYER_KEYS));
  return line({ ...network, layers }, ['id', 'layers', 'params']);
}

function aggregateLine(record: AggregateRecord): string {
  const train = inOrder(record.train, SPREAD_KEYS);
  const test = inOrder(record.test, SPREAD_KEYS);
  return line({ ...record, train, test }, ['variant', 'params', 'seeds', 'train', 'test']);
}

/** One line for what the run is, one for each curve. */
function runLines(run: RunRecord): string {
  const { final, history, ...rest } = run;
  const head = line(rest, ['variant', 'seed', 'dataset', 'status', 'reason']).slice(0, -1);
  const curves = (['epoch', 'train', 'test'] as const).map(
    (key) => `      "${key}":${JSON.stringify(history[key])}`,
  );
  const finals = line(final, ['train', 'test']);
  return `${head},"final":${finals},"history":{\n${curves.join(',\n')}}}`;
}

function line(record: object, keys: readonly string[]): string {
  return JSON.stringify(inOrder(record, keys));
}

/** The named keys first, in this order; others, which a later schema may add, as they stand. */
function inOrder(record: object, keys: readonly string[]): Record<string, unknown> {
  const source = record as Record<string, unknown>;
  const named = keys.filter((key) => source[key] !== undefined);
  return { ...Object.fromEntries(named.map((key) => [key, source[key]])), ...source };
}

function member([key, value]: [string, unknown]): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

function list(lines: readonly string[]): string {
  return block('[', ']', lines);
}

function block(open: string, close: string, lines: readonly string[]): string {
  return lines.length === 0 ? open + close : `${open}\n    ${lines.join(',\n    ')}\n  ${close}`;
}

function document(members: readonly Member[]): string {
  const lines = members.map(([key, text]) => `  ${JSON.stringify(key)}: ${text}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
