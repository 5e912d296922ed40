/** Adds an import to a module that imports no function yet, and renumbers its own functions. */
import type { Instruction } from './instruction.js';
import { unsigned } from './leb.js';
import { append, type Export, Section, type WasmModule } from './module.js';

const FUNCTION = 0x60;
/** Sections that could name functions by number: start, element. */
const REFERRING = [8, 9];

/** The import is function 0. It takes `parameters` and returns nothing. */
export function importFunction(
  module: WasmModule,
  name: string,
  parameters: readonly number[],
): WasmModule {
  if (REFERRING.some((id) => module.sections.has(id))) {
    throw new Error('the module refers to functions in a section that is not renumbered');
  }
  const type = [FUNCTION, ...unsigned(parameters.length), ...parameters, 0];
  const entry = [...text('env'), ...text(name), 0, ...unsigned(module.signatures.length)];
  const exports = module.exports.map((e) => (e.kind === 0 ? { ...e, index: e.index + 1 } : e));
  const sections = new Map(module.sections);
  sections.set(Section.type, append(sections.get(Section.type), type));
  sections.set(Section.import, append(sections.get(Section.import), entry));
  sections.set(Section.export, exportSection(exports));
  const functions = module.functions.map((f) => ({ ...f, body: f.body.map(renumber) }));
  return { ...module, sections, exports, functions };
}

function renumber(instruction: Instruction): Instruction {
  const { opcode, values } = instruction;
  return opcode.name === 'call' ? { opcode, values: [values[0] + 1] } : instruction;
}

export function exportSection(exports: readonly Export[]): Uint8Array {
  const all = exports.flatMap(({ name, kind, index }) => [...text(name), kind, ...unsigned(index)]);
  return Uint8Array.from([...unsigned(exports.length), ...all]);
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}
