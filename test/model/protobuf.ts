/** One field of a message: a varint, the bytes of a fixed32, or those of a text or message. */
export interface Field {
  field: number;
  value: number | Uint8Array;
}

/** The fields of a protobuf message, in their order. */
export function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      value += factor * (byte & 127);
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const field = key >> 3;
    if ((key & 7) === 0) fields.push({ field, value: varint() });
    else {
      const length = (key & 7) === 5 ? 4 : varint();
      fields.push({ field, value: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  if (at !== bytes.length) throw new RangeError('a message that ends too early');
  return fields;
}
