/** The ways to break one instruction. */
import { type Instruction, instruction } from '../instrumented/binary/instruction.js';
import type { Signature } from '../instrumented/binary/module.js';
import { dropped } from './drops.js';
import { isComparison, swapsFor } from './swaps.js';

export interface Change {
  readonly kind:
    | 'constant'
    | 'arithmetic'
    | 'comparison'
    | 'condition'
    | 'drop'
    | 'offset'
    | 'lane';
  readonly replacement: readonly Instruction[];
}

export function changesOf(original: Instruction, callee: (i: number) => Signature): Change[] {
  const drop = dropped(original, callee);
  return [
    ...constants(original).map((values) => change('constant', original, values)),
    ...swaps(original),
    ...conditions(original),
    ...(drop ? [{ kind: 'drop', replacement: drop } as const] : []),
    ...offsets(original).map((values) => change('offset', original, values)),
    ...lanes(original).map((values) => change('lane', original, values)),
  ];
}

function change(kind: Change['kind'], { opcode }: Instruction, values: readonly number[]): Change {
  return { kind, replacement: [{ opcode, values }] };
}

/** Integers one up, one down and inverted; others with a bit of mantissa, exponent or sign turned. */
function constants({ opcode, values }: Instruction): number[][] {
  if (opcode.name === 'i32.const') return [[values[0] + 1], [values[0] - 1], [~values[0]]];
  if (!opcode.name.endsWith('.const')) return [];
  if (opcode.form === 'i64') return [turn(values, 0, 1), turn(values, 0, 0x10)];
  const last = values.length - 1;
  const every = values.map((byte, i) => (i % 4 === 2 ? byte ^ 0x40 : byte));
  return [turn(values, 0, 1), turn(values, last, 0x80), turn(values, last, 0x01), every];
}

function turn(bytes: readonly number[], at: number, bits: number): number[] {
  return bytes.map((byte, i) => (i === at ? byte ^ bits : byte));
}

function swaps({ opcode, values }: Instruction): Change[] {
  const kind = isComparison(opcode.name) ? 'comparison' : 'arithmetic';
  return swapsFor(opcode.name).map((name) => ({
    kind,
    replacement: [instruction(name, ...values)],
  }));
}

function conditions(original: Instruction): Change[] {
  if (!['if', 'br_if', 'select'].includes(original.opcode.name)) return [];
  return [{ kind: 'condition', replacement: [instruction('i32.eqz'), original] }];
}

function offsets({ opcode, values }: Instruction): number[][] {
  if (!opcode.form.startsWith('memory')) return [];
  const moved = [4, -4, 16, -16].map((by) => values[1] + by).filter((offset) => offset >= 0);
  return moved.map((offset) => [values[0], offset, ...values.slice(2)]);
}

/** Another lane; for a shuffle, another source of one of its four words. */
function lanes({ opcode, values }: Instruction): number[][] {
  if (opcode.form === 'memoryLane') return [[values[0], values[1], (values[2] + 1) % 4]];
  if (opcode.form === 'lane') {
    const count = Number(/x(\d+)/.exec(opcode.name)?.[1]);
    return [[(values[0] + 1) % count]];
  }
  if (opcode.name !== 'i8x16.shuffle') return [];
  return [0, 1, 2, 3].map((word) =>
    values.map((lane, i) => (i >> 2 === word ? (lane + 4) % 32 : lane)),
  );
}
