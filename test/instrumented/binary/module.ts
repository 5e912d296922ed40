/** A module as a list of sections, of which the functions and what refers to them are decoded. */
import { type Instruction, readInstructions, writeInstruction } from './instruction.js';
import { Reader, unsigned } from './leb.js';

export const Section = { type: 1, import: 2, function: 3, global: 6, export: 7, code: 10 } as const;
export const ValueType = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

const SECTION_ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];
const HEADER = 8;

export interface Signature {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

export interface WasmFunction {
  readonly signature: Signature;
  /** The type of every local beyond the parameters. */
  readonly locals: readonly number[];
  readonly body: readonly Instruction[];
}

export interface Export {
  readonly name: string;
  /** 0: a function. */
  readonly kind: number;
  readonly index: number;
}

export interface WasmModule {
  readonly header: Uint8Array;
  /** By id; the contents as bytes. Custom sections (names) are left out: they would be wrong. */
  readonly sections: ReadonlyMap<number, Uint8Array>;
  readonly signatures: readonly Signature[];
  readonly functions: readonly WasmFunction[];
  readonly exports: readonly Export[];
}

export function readModule(bytes: Uint8Array): WasmModule {
  const sections = new Map<number, Uint8Array>();
  for (const reader = new Reader(bytes, HEADER); !reader.done; ) {
    const id = reader.byte();
    const contents = reader.take(reader.unsigned());
    if (id > 0) sections.set(id, contents);
  }
  const signatures = entries(sections.get(Section.type), (r) => {
    r.byte();
    return { parameters: types(r), results: types(r) };
  });
  const declared = entries(sections.get(Section.function), (r) => signatures[r.unsigned()]);
  const bodies = entries(sections.get(Section.code), (r) => new Reader(r.take(r.unsigned())));
  const functions = bodies.map((r, i) => ({
    signature: declared[i],
    locals: vector(r, () => new Array<number>(r.unsigned()).fill(r.byte())).flat(),
    body: readInstructions(r),
  }));
  const exports = entries(sections.get(Section.export), (r) => ({
    name: r.text(),
    kind: r.byte(),
    index: r.unsigned(),
  }));
  return { header: bytes.subarray(0, HEADER), sections, signatures, functions, exports };
}

/** With the functions as they are now; other sections as their bytes are. */
export function writeModule(module: WasmModule): Uint8Array {
  const code = module.functions.map((f) => {
    const body = f.body.flatMap(writeInstruction);
    const bytes = [...unsigned(f.locals.length), ...f.locals.flatMap((type) => [1, type]), ...body];
    return [...unsigned(bytes.length), ...bytes];
  });
  const sections = new Map(module.sections);
  sections.set(Section.code, Uint8Array.from([...unsigned(code.length), ...code.flat()]));
  const parts = SECTION_ORDER.flatMap((id) => {
    const contents = sections.get(id);
    return contents ? [Uint8Array.from([id, ...unsigned(contents.length)]), contents] : [];
  });
  return Buffer.concat([module.header, ...parts]);
}

/** The section with one entry more at its end. */
export function append(contents: Uint8Array | undefined, entry: readonly number[]): Uint8Array {
  const reader = new Reader(contents ?? Uint8Array.of(0));
  const count = reader.unsigned();
  const rest = reader.bytes.subarray(reader.at);
  return Uint8Array.from([...unsigned(count + 1), ...rest, ...entry]);
}

function entries<T>(contents: Uint8Array | undefined, read: (r: Reader) => T): T[] {
  return contents ? vector(new Reader(contents), read) : [];
}

function vector<T>(reader: Reader, read: (r: Reader) => T): T[] {
  return Array.from({ length: reader.unsigned() }, () => read(reader));
}

function types(reader: Reader): number[] {
  return vector(reader, (r) => r.byte());
}
