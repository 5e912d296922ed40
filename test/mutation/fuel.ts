/**
 * A budget of loop rounds in the binary itself. A mutant that loops for ever traps after it, on a
 * fast machine and on a slow one alike, which no time-out and no terminated thread can promise.
 */
import { exportSection } from '../instrumented/binary/import-function.js';
import { type Instruction, instruction } from '../instrumented/binary/instruction.js';
import { signed } from '../instrumented/binary/leb.js';
import { append, Section, type WasmModule } from '../instrumented/binary/module.js';

/** The exported global, number 0, that holds what is left. */
export const FUEL = 'fuel';
/** Some hundred times what any call of the suite needs. */
export const ROUNDS = 2_000_000;

const GLOBAL = 3;
const I32 = 0x7f;
const EMPTY = -64;

export function withFuel(module: WasmModule): WasmModule {
  if (module.sections.has(Section.global)) throw new Error('kernels have no globals');
  const entry = [I32, 1, 0x41, ...signed(ROUNDS), 0x0b];
  const sections = new Map(module.sections);
  sections.set(Section.global, append(undefined, entry));
  const exports = [...module.exports, { name: FUEL, kind: GLOBAL, index: 0 }];
  sections.set(Section.export, exportSection(exports));
  const functions = module.functions.map((f) => ({ ...f, body: f.body.flatMap(burn) }));
  return { ...module, sections, exports, functions };
}

/** At the head of every loop. */
function burn(original: Instruction): Instruction[] {
  if (original.opcode.name !== 'loop') return [original];
  return [
    original,
    instruction('global.get', 0),
    instruction('i32.eqz'),
    instruction('if', EMPTY),
    instruction('unreachable'),
    instruction('end'),
    instruction('global.get', 0),
    instruction('i32.const', 1),
    instruction('i32.sub'),
    instruction('global.set', 0),
  ];
}
