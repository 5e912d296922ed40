import { describeValue } from '../config/text.js';
import { refuse } from './refuse.js';
import type { Tape } from './tape.js';
import { Value } from './value.js';

/** The tape of what an operation is given, numbers aside. @throws {InputError} for what is no value. */
export function tapeOf(name: string, ...operands: readonly unknown[]): Tape {
  const values = operands.filter((operand) => typeof operand !== 'number');
  const odd = values.find((operand) => !(operand instanceof Value));
  if (odd !== undefined || values.length === 0) {
    refuse(name, describeValue(odd ?? operands[0]), 'a value of a tape');
  }
  return (values[0] as Value).tape;
}
