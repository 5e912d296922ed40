/** Lays out the operands of one call in a field and fills those that are read. */
import { ceil4 } from '../../../src/kernels/contract.js';
import { type Draw, uniform } from '../support/values.js';
import { type Field, Grant } from './field.js';
import type { Argument, Operand, Sizes } from './operand.js';
import { drawOf, type ValueKind } from './values.js';

export interface Choice extends Sizes {
  /** Floats that the leading dimensions exceed what they must be, operand by operand, in turn. */
  readonly gaps: readonly number[];
  /** Words before each operand, in turn: so that it lies anywhere among the vectors. */
  readonly skips: readonly number[];
  readonly values: ValueKind;
  readonly seed: number;
  /** Operands that may coincide do. */
  readonly inPlace: boolean;
  /** The argument whose operand lies against the end of the memory; −1 for none. */
  readonly flush: number;
}

interface Placed {
  readonly at: number;
  readonly ld: number;
}

/** The arguments of the call. */
export function place(field: Field, list: readonly Argument[], choice: Choice): number[] {
  const index = uniform(choice.seed + 7777);
  const placed: Placed[] = [];
  return list.flatMap((argument, i) => {
    const skip = choice.skips[i % choice.skips.length];
    const atEnd = i === choice.flush;
    if (argument.kind === 'size') return [argument.reduced?.(choice) ?? choice[argument.of]];
    if (argument.kind === 'scalar') return [argument.value(choice)];
    if (argument.kind === 'scratch') {
      const words = argument.bytes(choice) >>> 2;
      const word = field.take(words, skip, atEnd);
      field.grant(word, words, Grant.write);
      return [4 * word];
    }
    if (argument.kind === 'indices') {
      const count = argument.count(choice);
      const word = field.take(count, skip, atEnd);
      field.grant(word, count, Grant.read);
      for (let j = 0; j < count; ++j) {
        field.u32[word + j] = Math.floor(((index() + 1) / 2) * argument.below(choice));
      }
      return [4 * word];
    }
    const shared = choice.inPlace ? placed[argument.over] : undefined;
    const gap = choice.gaps[i % choice.gaps.length];
    const operand = shared ?? room(field, argument, choice, gap, skip, atEnd);
    placed[i] = operand;
    fill(field, argument, choice, operand, drawOf(choice, i, argument));
    return argument.leading ? [4 * operand.at, operand.ld] : [4 * operand.at];
  });
}

function room(
  field: Field,
  operand: Operand,
  sizes: Sizes,
  gap: number,
  skip: number,
  atEnd: boolean,
): Placed {
  const [rows, columns] = [operand.rows(sizes), operand.columns(sizes)];
  const own = operand.padded ? ceil4(columns) : columns;
  const ld = own + (operand.leading ? gap : 0);
  const size = rows > 0 ? (rows - 1) * ld + own : 0;
  return { at: field.take(size, skip, atEnd), ld };
}

/** Grants what the use allows; an operand that is only written keeps its canaries. */
function fill(
  field: Field,
  { rows, columns, padded, cleared, use }: Operand,
  choice: Choice,
  { at, ld }: Placed,
  draw: Draw,
): void {
  const { seed } = choice;
  const count = columns(choice);
  const own = padded ? ceil4(count) : count;
  for (let i = 0; i < rows(choice); ++i) {
    const word = at + i * ld;
    if (use === 'read' || use === 'updated') field.grant(word, own, Grant.read);
    if (use !== 'read') field.grant(word, own, Grant.write);
    if (use === 'written' || use === 'updated') {
      field.grant(word, cleared ? own : count, Grant.result);
    }
    if (use === 'written' || use === 'spoiled') continue;
    for (let j = 0; j < count; ++j) field.f32[word + j] = draw();
    // Not always canaries: a padding that is counted in may look like any other column.
    if (seed % 3 === 0) field.f32.fill(0, word + count, word + own);
  }
}
