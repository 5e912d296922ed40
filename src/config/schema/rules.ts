import * as v from 'valibot';
import { alternatives, grouped } from '../text.js';

// The message of every schema says what was expected; explain.ts puts what was found before it.

export function whole(low: number, high: number, description: string) {
  const expected = `a whole number from ${grouped(low)} to ${grouped(high)}`;
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(low, expected),
    v.maxValue(high, expected),
    v.description(description),
  );
}

export function positive(description: string) {
  const expected = 'a number greater than 0';
  return v.pipe(
    v.number(expected),
    v.finite(expected),
    v.gtValue(0, expected),
    v.description(description),
  );
}

/** 0 ≤ value < 1 */
export function decay(description: string) {
  const expected = 'a number from 0 to below 1';
  return v.pipe(
    v.number(expected),
    v.minValue(0, expected),
    v.ltValue(1, expected),
    v.description(description),
  );
}

export const flag = (description: string) =>
  v.pipe(v.boolean('true or false'), v.description(description));

/** value ≥ 0 */
export function fromZero(description: string) {
  const expected = 'a number of 0 or more';
  return v.pipe(
    v.number(expected),
    v.finite(expected),
    v.minValue(0, expected),
    v.description(description),
  );
}

/** 0 < value ≤ 1 */
export function share(description: string) {
  const expected = 'a number above 0, at most 1';
  return v.pipe(
    v.number(expected),
    v.gtValue(0, expected),
    v.maxValue(1, expected),
    v.description(description),
  );
}

/**
 * A choice in its long form: a map with a name and the parameters that come with it.
 *
 * @param defaults the names, each with its parameters.
 * @param parameters a schema for each of them.
 */
export function named(
  defaults: Readonly<Record<string, object>>,
  parameters: Readonly<Record<string, v.GenericSchema>>,
  description: string,
) {
  const options = Object.entries(defaults).map(([name, own]) => {
    const keys = Object.keys(own).filter((key) => key !== 'name');
    const entries = Object.fromEntries(keys.map((key) => [key, parameters[key]]));
    return v.strictObject({ name: v.literal(name, name), ...entries }, 'a map');
  });
  const example = `{ name: ${Object.keys(defaults)[0]} }`;
  return v.pipe(
    v.variant('name', options, `a name or a map such as ${example}`),
    v.description(description),
  );
}

export function choice<const T extends readonly string[]>(names: T, description: string) {
  return v.pipe(v.picklist(names, alternatives(names)), v.description(description));
}

export const path = (description: string) =>
  v.pipe(
    v.string('a path'),
    v.minLength(1, 'a path'),
    v.check((text) => !text.includes('\0'), 'a path without NUL characters'),
    v.description(description),
  );
