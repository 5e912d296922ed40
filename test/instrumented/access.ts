/** What an instruction does to memory. */
import type { Instruction } from './binary/instruction.js';
import { ValueType } from './binary/module.js';

export interface Access {
  readonly write: boolean;
  readonly bytes: number;
  /** Added to the address on the stack. */
  readonly offset: number;
  /** The type of the operand above the address, where there is one. */
  readonly above?: number;
}

const WIDTHS: readonly [RegExp, number][] = [
  [/8x8|16x4|32x2/, 8],
  [/(load|store)8/, 1],
  [/(load|store)16/, 2],
  [/(load|store)32/, 4],
  [/(load|store)64/, 8],
  [/^[if]32/, 4],
  [/^[if]64/, 8],
  [/^v128/, 16],
];

/** Nothing for an instruction that neither loads nor stores. */
export function accessOf({ opcode, values }: Instruction): Access | undefined {
  const { name, form } = opcode;
  if (form === 'byte') throw new Error(`${name}: kernels do not measure or grow the memory`);
  if (form !== 'memory' && form !== 'memoryLane') return undefined;
  const bytes = WIDTHS.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
  const write = name.includes('.store');
  const access = { write, bytes, offset: values[1] };
  const above = form === 'memoryLane' ? 'v128' : name.split('.')[0];
  const stacked = write || form === 'memoryLane';
  return stacked ? { ...access, above: ValueType[above as keyof typeof ValueType] } : access;
}
