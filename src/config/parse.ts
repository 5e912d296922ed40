import { parseJson } from './json.js';
import type { ConfigLayer } from './layer.js';
import { isPlainMap } from './merge.js';
import { InputError } from './problem.js';
import { spanLayer } from './spans.js';
import { parseYaml } from './yaml.js';

/**
 * Reads the text of a config file; a name that ends in `.json` means strict JSON, all others YAML.
 *
 * @throws {InputError} when the text is malformed or empty. The settings in it are not checked.
 */
export async function parseConfig(text: string, where: string): Promise<ConfigLayer> {
  const parsed = where.toLowerCase().endsWith('.json')
    ? parseJson(text, where)
    : parseYaml(text, where, await import('yaml'));
  if (parsed.value === null || parsed.value === undefined) {
    const message = 'found an empty config, expected settings such as `seeds: 10` ({} for none)';
    throw new InputError([{ where, message }]);
  }
  return spanLayer(withoutSchema(parsed.value), parsed.span, text, where);
}

/** `$schema` is a note to editors. */
function withoutSchema(value: unknown): unknown {
  if (!isPlainMap(value) || typeof value.$schema !== 'string') return value;
  const { $schema, ...settings } = value;
  return settings;
}
