/** Wire types. */
const VARINT = 0;
const LENGTH = 2;
const FIXED32 = 5;

/**
 * A protobuf message: its fields in the order in which they were added, so that the same calls give
 * the same bytes. Repeated fields are added one by one, unpacked.
 */
export class Message {
  readonly #parts: Uint8Array[] = [];
  #size = 0;

  /** An int64 or an enum, a whole number from 0. */
  int(field: number, value: number): this {
    return this.#push(varint(8 * field + VARINT), varint(value));
  }

  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.#push(varint(8 * field + FIXED32), bytes);
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  /** The bytes are not copied until the message is finished. */
  bytes(field: number, value: Uint8Array): this {
    return this.#push(varint(8 * field + LENGTH), varint(value.length), value);
  }

  message(field: number, value: Message): this {
    this.#push(varint(8 * field + LENGTH), varint(value.#size));
    for (const part of value.#parts) this.#push(part);
    return this;
  }

  /** Bytes of all fields. */
  get size(): number {
    return this.#size;
  }

  finish(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  #push(...parts: Uint8Array[]): this {
    for (const part of parts) {
      this.#parts.push(part);
      this.#size += part.length;
    }
    return this;
  }
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
