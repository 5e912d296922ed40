import type { Manifest } from './manifest.js';
import { METRICS, SETS } from './measured.js';
import type {
  AggregateRecord,
  Results,
  RunRecord,
  SetCurves,
  VariantDiagnostics,
} from './schema.js';

/**
 * The text of results.json: keys in the order of the schema whoever built the records, a line per
 * record, curve, class and row of a matrix, so that it reads and diffs well. Numbers in their
 * shortest form.
 */
export function serialiseResults(results: Results): string {
  const { config, datasets, networks, variants, runs, observations } = results;
  return document([
    ['schema', JSON.stringify(results.schema)],
    ['name', JSON.stringify(results.name)],
    ['configHash', JSON.stringify(results.configHash)],
    ['config', block('{', '}', Object.entries(config).map(member))],
    ['datasets', list(datasets.map((record) => line(record, DATASETS)))],
    ['networks', list(networks.map(networkLine))],
    ['variants', list(variants.map((record) => line(record, ['id', 'network', 'hyper'])))],
    ['runs', list(runs.map(runLines))],
    ['aggregate', list(results.aggregate.map(aggregateLines))],
    ['observations', list(observations.map((record) => line(record, ['kind', 'text'])))],
  ]);
}

/** The text of manifest.json: a line per stage and per trial. */
export function serialiseManifest(manifest: Manifest): string {
  const { stages, trials, written, ...rest } = manifest;
  return document([
    ...Object.entries(rest).map(([key, value]): Member => [key, JSON.stringify(value)]),
    ...(written ? [['written', JSON.stringify(written)] as Member] : []),
    ['stages', list(stages.map((stage) => JSON.stringify(stage)))],
    ['trials', list(trials.map((trial) => JSON.stringify(trial)))],
  ]);
}

type Member = [key: string, text: string];

const DATASETS = [
  'id',
  'kind',
  'seed',
  'fold',
  'trainRows',
  'validationRows',
  'testRows',
  'inputs',
  'outputs',
  'classNames',
  'sha256',
];
const LAYER_KEYS = ['units', 'activation', 'bias'];
const RUN_KEYS = ['variant', 'seed', 'fold', 'dataset', 'status', 'reason'];
const SPREAD_KEYS = ['median', 'q1', 'q3', 'mean', 'low', 'high'];
const RUN_DIAGNOSTICS = [
  'weightNorm',
  'parameterNorm',
  'effectiveParameters',
  'largestEigenvalue',
  'smallestEigenvalue',
];
const VARIANT_DIAGNOSTICS = [
  'gap',
  'weightNorm',
  'parameterNorm',
  'effectiveParameters',
  'eigenvalueRatio',
  'biasVariance',
];
const SPLIT_KEYS = ['squaredBias', 'variance', 'error', 'points', 'runs'];
const CLASS_KEYS = ['name', 'precision', 'recall', 'f1', 'support'];

function networkLine(network: Results['networks'][number]): string {
  const layers = network.layers.map((layer) => inOrder(layer, LAYER_KEYS));
  return line({ ...network, layers }, ['id', 'layers', 'params']);
}

/** One line for what the run is, one for each curve, one for each row of its matrix. */
function runLines(run: RunRecord): string {
  const { final, history, metrics, stopped, confusion, diagnostics, ...rest } = run;
  const measured = Object.entries(inOrder(metrics, METRICS) as typeof metrics).map(
    ([name, metric]) =>
      `${JSON.stringify(name)}:{"final":${line(metric.final, SETS)},` +
      `"history":{${under(curves(metric.history), '        ')}}}`,
  );
  return record(rest, RUN_KEYS, [
    ['final', line(final, SETS)],
    ['history', `{${under(curves(history))}}`],
    ['metrics', `{${under(measured)}}`],
    ['stopped', stopped && line(stopped, ['epoch', 'kept'])],
    ['confusion', confusion && `[${under(confusion.map((row) => JSON.stringify(row)))}]`],
    ['diagnostics', diagnostics && line(diagnostics, RUN_DIAGNOSTICS)],
  ]);
}

function aggregateLines({
  metrics,
  confusion,
  classes,
  diagnostics,
  ...rest
}: AggregateRecord): string {
  const ordered = Object.entries(inOrder(metrics, METRICS) as typeof metrics);
  const spreads = ordered.map(([name, sets]) => [name, inOrder(spreadsOf(sets), SETS)]);
  return record(
    spreadsOf(rest),
    ['variant', 'params', 'seeds', ...SETS],
    [
      ['metrics', JSON.stringify(Object.fromEntries(spreads))],
      ['confusion', confusion && `[${under(confusion.map((row) => JSON.stringify(row)))}]`],
      ['classes', classes && `[${under(classes.map((each) => line(each, CLASS_KEYS)))}]`],
      ['diagnostics', diagnostics && `{${under(diagnosticLines(diagnostics))}}`],
    ],
  );
}

/** A line for each measure. */
function diagnosticLines(diagnostics: VariantDiagnostics): string[] {
  const ordered = Object.entries(inOrder(diagnostics, VARIANT_DIAGNOSTICS));
  return ordered.map(
    ([key, of]) =>
      `${JSON.stringify(key)}:${line(of as object, key === 'biasVariance' ? SPLIT_KEYS : SPREAD_KEYS)}`,
  );
}

function spreadsOf(record: object): Record<string, unknown> {
  const spreads = { ...record } as Record<string, unknown>;
  for (const set of SETS) {
    if (spreads[set] !== undefined) spreads[set] = inOrder(spreads[set] as object, SPREAD_KEYS);
  }
  return spreads;
}

function curves(history: SetCurves & { epoch?: number[] }): string[] {
  const ordered = Object.entries(inOrder(history, ['epoch', ...SETS]));
  return ordered.map(([key, values]) => `${JSON.stringify(key)}:${JSON.stringify(values)}`);
}

/** Lines of their own below the line of their record. */
function under(lines: readonly string[], indent = '      '): string {
  return lines.length === 0 ? '' : `\n${indent}${lines.join(`,\n${indent}`)}`;
}

/** The plain members on one line, then those that take lines of their own. */
function record(
  plain: object,
  keys: readonly string[],
  members: readonly [key: string, text: string | undefined][],
): string {
  const more = members.flatMap(([key, text]) => (text === undefined ? [] : [`"${key}":${text}`]));
  return `${line(plain, keys).slice(0, -1)},${more.join(',')}}`;
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
