import { grouped } from '../../config/text.js';
import { fileError } from './problems.js';

/** More different words than that are no classes: they are the names of the rows. */
const MOST_NAMES = 10_000;

/** Numbers class names in the order in which they come, and in the end in their own. */
export class ClassNames {
  private readonly numbers = new Map<string, number>();
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * The number of a name for the time being.
   *
   * @throws {InputError} (exit code 3) when there are too many.
   */
  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    if (this.numbers.size === MOST_NAMES) {
      const found = `found more than ${grouped(MOST_NAMES)} different class names`;
      throw fileError(this.path, `${found}, expected fewer: is it the right target column?`);
    }
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** Renumbers the labels by the order of their names, code point by code point: the same for
   * every order of the rows. Returns the names. */
  sort(labels: Float32Array): string[] {
    const names = [...this.numbers.keys()].sort(compareCodePoints);
    renumber(labels, [...this.numbers.keys()], names);
    return names;
  }
}

/** Turns labels that count in `from` into labels that count in `to`, where every name is. */
export function renumber(
  labels: Float32Array,
  from: readonly string[],
  to: readonly string[],
): void {
  const places = new Map(to.map((name, i) => [name, i]));
  const moved = from.map((name) => places.get(name)!);
  for (let row = 0; row < labels.length; row++) labels[row] = moved[labels[row]];
}

function compareCodePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.codePointAt(i)! - b.codePointAt(i)!;
  }
  return a.length - b.length;
}
