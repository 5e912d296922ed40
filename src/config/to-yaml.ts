import type { SweepConfig } from './types.js';

/**
 * The complete config as YAML that loads again to the same config.
 *
 * @throws {TypeError} for data of kind arrays, which no file can hold.
 */
export function toYaml(config: SweepConfig): string {
  const { name, seed, seeds, data, networks, training, evaluate, variants, diagnostics } = config;
  if (data.kind === 'arrays') throw new TypeError('arrays of samples cannot be written as YAML');
  return `${[
    `name: ${scalar(name)}`,
    `seed: ${scalar(seed)}`,
    `seeds: ${scalar(seeds)}`,
    `data: ${flow(data)}`,
    'networks:',
    ...block(networks),
    'training:',
    ...block(training),
    `evaluate: ${flow(evaluate)}`,
    ...(variants ? ['variants:', ...block(variants)] : []),
    ...(diagnostics ? [`diagnostics: ${flow(diagnostics)}`] : []),
  ].join('\n')}\n`;
}

function block(section: object): string[] {
  return Object.entries(section).map(([key, value]) => `  ${key}: ${flow(value)}`);
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const entries = Object.entries(value);
  // {path} is how a resolved config holds a file; in a config file it is the path alone.
  if (entries.length === 1 && entries[0][0] === 'path') return scalar(entries[0][1]);
  return `{ ${entries.map(([key, item]) => `${scalarKey(key)}: ${flow(item)}`).join(', ')} }`;
}

/** Paths of axes have dots. */
function scalarKey(key: string): string {
  return /^[A-Za-z][\w.]*$/.test(key) ? key : scalar(key);
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return isPlain(value) ? value : quoted(value);
  // YAML 1.1 readers take 1e-8 for a string, and 1.0e-8 for a number.
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

// Plain only where every YAML reader agrees that it is a string.
function isPlain(text: string): boolean {
  const isWord = /^[a-z_][\w-]*$/i.test(text);
  return isWord && !/^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i.test(text);
}

/** JSON's quotes are YAML's, but YAML forbids more characters to stand for themselves. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
