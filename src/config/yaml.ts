import type { Document, Node, Pair } from 'yaml';
import { InputError, type Problem } from './problem.js';
import { lineAndColumn, type Span } from './spans.js';
import { printable } from './text.js';

type YamlModule = typeof import('yaml');

const MAX_DEPTH = 20;

/**
 * Parses one YAML 1.2 document and remembers where everything stands. The yaml package is handed
 * in, because most sweeps start without it.
 *
 * @throws {InputError} with everything malformed: syntax, duplicate keys, unknown tags or anchors.
 */
export function parseYaml(text: string, where: string, yaml: YamlModule) {
  const problem = (message: string, offset: number): Problem => ({
    where,
    ...lineAndColumn(text, offset),
    message: printable(message.split('\n')[0]),
  });
  try {
    const document = yaml.parseDocument(text, { prettyErrors: false, version: '1.2' });
    const faults = [...document.errors, ...document.warnings];
    // The parser recovers and goes on; what follows the first fault is mostly noise.
    const duplicates = faults.filter((fault) => fault.code === 'DUPLICATE_KEY');
    const reported = duplicates.length === faults.length ? faults : faults.slice(0, 1);
    const problems = reported.map(({ message, pos }) =>
      problem(`malformed YAML: ${message}`, pos[0]),
    );
    if (problems.length > 0) throw new InputError(problems);
    const value: unknown = document.toJS();
    return { value, span: spanOf(document, document.contents, yaml) };
  } catch (error) {
    if (error instanceof InputError) throw error;
    // Thrown for unresolved or exploding aliases and for nesting deeper than the stack.
    throw new InputError([problem(`malformed YAML: ${(error as Error).message}`, 0)]);
  }
}

function spanOf(document: Document, node: unknown, yaml: YamlModule, depth = 0): Span {
  const target = yaml.isAlias(node) ? node.resolve(document) : node;
  const span: Span = { offset: (node as Node | null)?.range?.[0] ?? 0 };
  if (depth > MAX_DEPTH) return span;
  const inner = (part: unknown) => spanOf(document, part, yaml, depth + 1);
  if (yaml.isMap(target)) {
    span.entries = new Map(
      target.items.map(({ key, value }: Pair) => {
        const keyOffset = (key as Node | null)?.range?.[0] ?? span.offset;
        const known = value === null ? { offset: keyOffset } : inner(value);
        return [yaml.isScalar(key) ? String(key.value) : '', { keyOffset, span: known }];
      }),
    );
  }
  if (yaml.isSeq(target)) span.items = target.items.map(inner);
  return span;
}
