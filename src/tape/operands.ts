import { describeValue } from '../config/text.js';
import { refuse } from './refuse.js';
import type { Tape } from './tape.js';
import { Value } from './value.js';

/** The tape of what an operation is given. @throws {InputError} for what is no value of it. */
export function tapeOf(name: string, ...operands: readonly unknown[]): Tape {
  const odd = operands.findIndex((operand) => !(operand instanceof Value));
  if (odd >= 0) refuse(name, describeValue(operands[odd]), 'a value of a tape');
  const values = operands as readonly Value[];
  const { tape } = values[0];
  if (values.some((each) => each.tape !== tape)) {
    refuse(name, 'a value of another tape', 'all of one tape');
  }
  return tape;
}
