import { describeValue } from '../config/text.js';
import type { SizeSweep } from './types.js';

/** How the parts of a sweep are called where it comes from. */
export type PartNames = Readonly<Record<keyof SizeSweep, string>>;

const OWN_NAMES: PartNames = {
  params: 'params',
  test: 'test',
  train: 'train',
  labelVariance: 'labelVariance',
  noiseVariance: 'noiseVariance',
};

/** What keeps a value from being a SizeSweep: `params[3]: found 0, expected …`. None: it is one. */
export function sweepProblems(sweep: unknown, names: PartNames = OWN_NAMES): string[] {
  if (typeof sweep !== 'object' || sweep === null || Array.isArray(sweep)) {
    return [`found ${describeValue(sweep)}, expected a map of ${names.params}, …`];
  }
  const parts = sweep as Record<keyof SizeSweep, unknown>;
  const problems = paramsProblems(parts.params, names.params);
  const sizes = problems.length === 0 ? (parts.params as unknown[]).length : undefined;
  const tests = errorsProblems(parts.test, names.test, sizes, names.params);
  const trains = errorsProblems(parts.train, names.train, sizes, names.params);
  problems.push(...tests, ...trains);
  if (tests.length === 0 && trains.length === 0) {
    const [own, other] = [(parts.train as unknown[]).length, (parts.test as unknown[]).length];
    if (own !== other) {
      problems.push(`${names.train}: found ${own} seeds, expected ${other} as in ${names.test}`);
    }
  }
  for (const key of ['labelVariance', 'noiseVariance'] as const) {
    const least = key === 'labelVariance' ? 'above 0' : 'from 0';
    if (parts[key] === undefined || isVariance(parts[key], key)) continue;
    problems.push(`${names[key]}: found ${describeValue(parts[key])}, expected a number ${least}`);
  }
  return problems;
}

/** Whether a value may be the variance of labels, which is above 0, or of their noise. */
export function isVariance(value: unknown, of: 'labelVariance' | 'noiseVariance'): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return of === 'labelVariance' ? value > 0 : value >= 0;
}

function paramsProblems(params: unknown, name: string): string[] {
  const expected = 'expected the number of parameters of every size';
  if (!isList(params)) return [`${name}: found ${describeValue(params)}, ${expected}`];
  if (params.length === 0) return [`${name}: found an empty list, ${expected}`];
  return Array.from(params).flatMap((value, i) =>
    Number.isSafeInteger(value) && Number(value) > 0
      ? []
      : [`${name}[${i}]: found ${describeValue(value)}, expected a whole number above 0`],
  );
}

function errorsProblems(
  errors: unknown,
  name: string,
  sizes: number | undefined,
  paramsName: string,
): string[] {
  if (!isList(errors) || errors.length === 0) {
    const found = isList(errors) ? 'an empty list' : describeValue(errors);
    return [`${name}: found ${found}, expected a list of errors for every seed`];
  }
  return Array.from(errors).flatMap((own, seed) => {
    const place = `${name}[${seed}]`;
    if (!isList(own)) return [`${place}: found ${describeValue(own)}, expected a list of errors`];
    if (sizes !== undefined && own.length !== sizes) {
      return [`${place}: found ${own.length} errors, expected ${sizes} as in ${paramsName}`];
    }
    return Array.from(own).flatMap((error, size) =>
      error === null || (typeof error === 'number' && !(error < 0))
        ? []
        : [
            `${place}[${size}]: found ${describeValue(error)}, expected a squared error: 0 or ` +
              'more, null where a run has none',
          ],
    );
  });
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
