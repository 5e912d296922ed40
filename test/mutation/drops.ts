/** What an instruction is replaced by when it is dropped: its operands go, something simple stays. */
import { accessOf } from '../instrumented/access.js';
import { type Instruction, instruction } from '../instrumented/binary/instruction.js';
import type { Signature } from '../instrumented/binary/module.js';
import { isComparison, swapsFor } from './swaps.js';

const ZERO = new Array<number>(16).fill(0);
const zeros: Record<string, Instruction> = {
  i32: instruction('i32.const', 0),
  i64: instruction('i64.const', 0),
  f32: instruction('f32.const', ...ZERO.slice(0, 4)),
  f64: instruction('f64.const', ...ZERO.slice(0, 8)),
  v128: instruction('v128.const', ...ZERO),
};
const drop = instruction('drop');

/** Nothing where dropping has no simple form. `callee`: the signature of a called function. */
export function dropped(
  original: Instruction,
  callee: (index: number) => Signature,
): Instruction[] | undefined {
  const { name, form } = original.opcode;
  const access = accessOf(original);
  if (access?.write) return [drop, drop];
  if (form === 'memoryLane') return [drop, drop, zeros.v128];
  if (access) return [drop, zeros[name.split('.')[0]]];
  if (name === 'local.set' || name === 'br_if') return [drop];
  if (name === 'local.tee' || name === 'return') return [];
  if (name === 'call') {
    const { parameters, results } = callee(original.values[0]);
    return results.length === 0 ? parameters.map(() => drop) : undefined;
  }
  return droppedOperation(name);
}

/** An operation that gives the type it takes leaves its first operand. */
function droppedOperation(name: string): Instruction[] | undefined {
  const operation = name.slice(name.indexOf('.') + 1);
  if (/^(abs|neg|sqrt|not|nearest|floor|ceil|trunc|extend\d+_s)$/.test(operation)) return [];
  if (name.startsWith('i8x16.shuffle')) return [drop];
  if (isComparison(name)) {
    const vector = /x\d+\./.test(name);
    return vector ? [drop] : [drop, drop, zeros.i32];
  }
  return swapsFor(name).length > 0 ? [drop] : undefined;
}
