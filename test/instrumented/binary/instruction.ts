/** One instruction, read and written. */
import { type Reader, signed, unsigned } from './leb.js';
import { type Form, type Opcode, opcodeNamed, opcodeOf } from './opcodes.js';

export interface Instruction {
  readonly opcode: Opcode;
  /** Integers; a constant or a shuffle is its bytes; a memory access is alignment, offset, lane. */
  readonly values: readonly number[];
}

export function instruction(name: string, ...values: number[]): Instruction {
  const opcode = opcodeNamed(name);
  if (!opcode) throw new Error(`no instruction ${name}`);
  return { opcode, values };
}

/** Reads to the end of a function body. */
export function readInstructions(reader: Reader): Instruction[] {
  const all: Instruction[] = [];
  while (!reader.done) {
    const byte = reader.byte();
    const opcode = opcodeOf(byte >= 0xfb ? byte * 65536 + reader.unsigned() : byte);
    all.push({ opcode, values: readValues(reader, opcode.form) });
  }
  return all;
}

function readValues(reader: Reader, form: Form): number[] {
  const take = (count: number) => Array.from({ length: count }, () => reader.unsigned());
  switch (form) {
    case 'none':
      return [];
    case 'block':
    case 'i32':
      return [reader.signed()];
    case 'index':
      return take(1);
    case 'pair':
      return take(2);
    case 'table':
      return take(reader.unsigned() + 1);
    case 'types':
      return take(reader.unsigned());
    case 'memory':
      return take(2);
    case 'memoryLane':
      return [...take(2), reader.byte()];
    case 'lane':
    case 'byte':
      return [reader.byte()];
    case 'i64':
      return readLong(reader);
    default:
      return [...reader.take(Number(form.slice('bytes'.length)))];
  }
}

/** The bytes as they stand: nothing here calculates with 64-bit constants. */
function readLong(reader: Reader): number[] {
  const bytes: number[] = [];
  do bytes.push(reader.byte());
  while (bytes[bytes.length - 1] >= 0x80);
  return bytes;
}

export function writeInstruction({ opcode, values }: Instruction): number[] {
  const { code, form } = opcode;
  const head = code >= 65536 ? [code >>> 16, ...unsigned(code & 0xffff)] : [code];
  return [...head, ...writeValues(form, values)];
}

function writeValues(form: Form, values: readonly number[]): number[] {
  switch (form) {
    case 'block':
    case 'i32':
      return signed(values[0]);
    case 'index':
    case 'pair':
    case 'memory':
    case 'memoryLane':
      return values.flatMap(unsigned);
    case 'table':
      return [...unsigned(values.length - 1), ...values.flatMap(unsigned)];
    case 'types':
      return [...unsigned(values.length), ...values];
    default:
      return [...values];
  }
}

/** As text, for messages. */
export function describe({ opcode, values }: Instruction): string {
  const { name, form } = opcode;
  if (form === 'memory' || form === 'memoryLane') {
    const lane = form === 'memoryLane' ? ` lane=${values[2]}` : '';
    return `${name} offset=${values[1]}${lane}`;
  }
  return [name, constant(form, values)].join(' ').trim();
}

function constant(form: Form, values: readonly number[]): string {
  const view = new DataView(new Uint8Array(values).buffer);
  if (form === 'bytes4') return `${view.getFloat32(0, true)}`;
  if (form === 'bytes8') return `${view.getFloat64(0, true)}`;
  return values.join(' ');
}
