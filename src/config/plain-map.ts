export type PlainMap = Record<string, unknown>;

/** An object literal, a parsed file; not an array, not an instance of a class. */
export function isPlainMap(value: unknown): value is PlainMap {
  if (typeof value !== 'object' || value === null) return false;
  const proto = Object.getPrototypeOf(value);
  return proto === null || (Object.getPrototypeOf(proto) === null && !Array.isArray(value));
}
