import { parseJson } from '../../config/json.js';
import { isPlainMap } from '../../config/merge.js';
import { InputError } from '../../config/problem.js';
import { didYouMean } from '../../config/suggest.js';
import { describeValue, printable, quote } from '../../config/text.js';
import { fileError, ReadProblems } from '../../data/read/problems.js';
import type { VerdictCurve } from '../../results/verdict-curves.js';
import { sweepProblems } from '../../verdict/check.js';
import type { SizeSweep } from '../../verdict/types.js';
import { runCurves } from './run-curves.js';

/** What the parts of a curve may be called: as other programs have them, and as our own API does. */
const KEYS = {
  sizes: ['hs', 'sizes'],
  params: ['params'],
  test: ['test'],
  train: ['train'],
  labelVariance: ['vary', 'labelVariance'],
  noiseVariance: ['noisevar', 'noiseVariance'],
  label: ['name', 'curve'],
} as const;

type Part = keyof typeof KEYS;

/**
 * The curves of a JSON text: one as a map of `hs` (what the sizes are called; may be left out),
 * `params`, `test` and `train` (a list for every seed), `vary` and `noisevar` (may be left out);
 * several as a list of such maps with a `name` each; or those of a results.json. Other keys do not
 * count, NaN and Infinity are read as null.
 *
 * @throws {InputError} (exit code 3)
 */
export function jsonCurves(bytes: Uint8Array, path: string): VerdictCurve[] {
  const value = parse(bytes, path);
  if (isPlainMap(value) && 'schema' in value) return runCurves(value, path);
  const problems = new ReadProblems(printable(path));
  const curves = (Array.isArray(value) ? value : [value]).map((curve, i) => {
    const place = Array.isArray(value) ? `[${i}]` : '';
    const say = (message: string) => problems.add(place === '' ? message : `${place}: ${message}`);
    return curveOf(curve, Array.isArray(value) ? String(i) : '', say);
  });
  if (curves.length === 0) problems.add('found an empty list, expected curves');
  problems.throwAny();
  return curves as VerdictCurve[];
}

function parse(bytes: Uint8Array, path: string): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileError(path, 'found bytes that are no UTF-8, expected JSON');
  }
  try {
    return parseJson(withoutNaN(text), printable(path)).value;
  } catch (error) {
    throw error instanceof InputError ? new InputError(error.problems, 3) : error;
  }
}

/** Python writes what is not finite as words that JSON has not. */
function withoutNaN(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) =>
    found.startsWith('"') ? found : 'null',
  );
}

/** Undefined where it is none: then a problem was said. */
function curveOf(
  value: unknown,
  label: string,
  say: (message: string) => void,
): VerdictCurve | undefined {
  if (!isPlainMap(value)) {
    say(`found ${describeValue(value)}, expected a map of params, test and train`);
    return undefined;
  }
  const names = namesIn(value, say);
  const part = (key: Part) => (Object.hasOwn(value, names[key]) ? value[names[key]] : undefined);
  const sweep = {
    params: part('params'),
    test: part('test'),
    train: part('train'),
    ...known('labelVariance', part('labelVariance')),
    ...known('noiseVariance', part('noiseVariance')),
  };
  const sizes = part('sizes') ?? sweep.params;
  const found = [...sweepProblems(sweep, names), ...sizesProblems(sizes, sweep.params, names)];
  found.forEach(say);
  if (found.length > 0) return undefined;
  const name = part('label');
  const isNamed = label !== '' && (typeof name === 'string' || typeof name === 'number');
  return {
    label: isNamed ? String(name) : label,
    sizes: (sizes as unknown[]).map(String),
    sweep: sweep as SizeSweep,
  };
}

/** Null says as little as no key at all. */
function known(key: 'labelVariance' | 'noiseVariance', value: unknown) {
  return value === undefined || value === null ? {} : { [key]: value };
}

function sizesProblems(sizes: unknown, params: unknown, names: Record<Part, string>): string[] {
  if (!Array.isArray(params) || sizes === params) return [];
  const isList = Array.isArray(sizes) && sizes.length === params.length;
  if (isList && sizes.every((name) => typeof name === 'string' || Number.isFinite(name))) return [];
  const found = Array.isArray(sizes) ? `a list of ${sizes.length}` : describeValue(sizes);
  const expected = `expected ${params.length} names or numbers, as in ${names.params}`;
  return [`${names.sizes}: found ${found}, ${expected}`];
}

/** Which of its names each part has. Says what a key was probably meant to be. */
function namesIn(value: Record<string, unknown>, say: (message: string) => void) {
  const all: readonly string[] = Object.values(KEYS).flat();
  const missing = Object.values(KEYS).filter(
    (names) => !names.some((name) => Object.hasOwn(value, name)),
  );
  for (const key of Object.keys(value)) {
    if (all.includes(key) || key === 'verdict') continue;
    const hint = didYouMean(key, missing.flat());
    if (hint !== '') say(`found the key ${quote(key)}${hint}`);
  }
  const entries = Object.entries(KEYS).map(([part, names]) => {
    const found = names.filter((name) => Object.hasOwn(value, name));
    if (found.length > 1) say(`found both ${found.join(' and ')}, expected one of them`);
    return [part, found[0] ?? names[0]];
  });
  return Object.fromEntries(entries) as Record<Part, string>;
}
