/**
 * The same module with a call of `env.check(address, site)` before every load and store. Binaryen's
 * own instrumentation passes over splat loads and lane accesses; this covers whatever opcodes.ts
 * calls a memory access, and opcodes.ts refuses an instruction that it does not know.
 */
import { type Access, accessOf } from './access.js';
import { importFunction } from './binary/import-function.js';
import { describe, type Instruction, instruction } from './binary/instruction.js';
import {
  readModule,
  ValueType,
  type WasmFunction,
  type WasmModule,
  writeModule,
} from './binary/module.js';

/** One load or store of the binary. */
export interface Site extends Access {
  /** The number of the function in the original binary. */
  readonly function: number;
  readonly instruction: string;
}

const { i32, i64, f32, f64, v128 } = ValueType;
/** Locals of our own: where the operands of an access wait during the call. */
const WAITING: readonly number[] = [i32, i32, i64, f32, f64, v128];

export function instrument(bytes: Uint8Array): { bytes: Uint8Array; sites: Site[] } {
  const module = importFunction(readModule(bytes), 'check', [i32, i32]);
  const sites: Site[] = [];
  const functions = module.functions.map((f, index) => watch(f, index, sites));
  return { bytes: writeModule({ ...module, functions } satisfies WasmModule), sites };
}

function watch(f: WasmFunction, index: number, sites: Site[]): WasmFunction {
  const first = f.signature.parameters.length + f.locals.length;
  const body = f.body.flatMap((original) => {
    const access = accessOf(original);
    if (!access) return [original];
    sites.push({ ...access, function: index, instruction: describe(original) });
    return [...call(access, first, sites.length - 1), original];
  });
  return { ...f, locals: [...f.locals, ...WAITING], body };
}

/** Leaves the stack as it was: the address, and above it what is stored or completed. */
function call({ above }: Access, first: number, site: number): Instruction[] {
  const check = [
    instruction('local.tee', first),
    instruction('i32.const', site),
    instruction('call', 0),
    instruction('local.get', first),
  ];
  if (above === undefined) return check;
  const waiting = first + WAITING.indexOf(above, 1);
  return [instruction('local.set', waiting), ...check, instruction('local.get', waiting)];
}
