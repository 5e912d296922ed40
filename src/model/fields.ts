import { isPlainMap, type PlainMap } from '../config/plain-map.js';
import { didYouMean } from '../config/suggest.js';
import { alternatives, describeValue, quote } from '../config/text.js';
import type { ReadProblems } from '../data/read/problems.js';

/** Judges members of unknown values; what is wrong is collected, and read as undefined. */
export class Fields {
  readonly #problems: ReadProblems;

  constructor(problems: ReadProblems) {
    this.#problems = problems;
  }

  wrong(at: string, value: unknown, expected: string): undefined {
    this.#problems.add(`found ${at} ${describeValue(value)}, expected ${expected}`);
    return undefined;
  }

  /** A map of these keys at most; whether one may be missing is for its own check to say. */
  map(at: string, value: unknown, keys: readonly string[]): PlainMap | undefined {
    if (!isPlainMap(value)) return this.wrong(at, value, 'a map');
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      const found = `found key ${quote(key)} in ${at}`;
      const expected = keys.length > 0 ? alternatives(keys) : 'none';
      this.#problems.add(`${found}, expected ${expected}${didYouMean(key, keys)}`);
    }
    return value;
  }

  whole(at: string, value: unknown, least: number): number | undefined {
    if (Number.isSafeInteger(value) && (value as number) >= least) return value as number;
    return this.wrong(at, value, `a whole number from ${least}`);
  }

  number(
    at: string,
    value: unknown,
    expected = 'a finite number',
    fits: (value: number) => boolean = () => true,
  ): number | undefined {
    if (typeof value === 'number' && Number.isFinite(value) && fits(value)) return value;
    return this.wrong(at, value, expected);
  }

  flag(at: string, value: unknown): boolean | undefined {
    return typeof value === 'boolean' ? value : this.wrong(at, value, 'true or false');
  }

  oneOf<const N extends string>(at: string, value: unknown, names: readonly N[]): N | undefined {
    if (names.includes(value as N)) return value as N;
    return this.wrong(at, value, `${alternatives(names)}${didYouMean(value, names)}`);
  }

  list(at: string, value: unknown, length?: number): readonly unknown[] | undefined {
    if (!Array.isArray(value)) return this.wrong(at, value, 'a list');
    if (length === undefined || value.length === length) return value;
    this.#problems.add(`found ${value.length} members in ${at}, expected ${length}`);
    return undefined;
  }
}
