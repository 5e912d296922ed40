import { InputError } from '../config/problem.js';

/** @throws {InputError} `where: found …, expected …`, always. */
export function refuse(where: string, found: string, expected: string): never {
  throw new InputError([{ where, message: `found ${found}, expected ${expected}` }]);
}
