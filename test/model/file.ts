/** The parts of a safetensors file, to put it together wrongly. */
export interface Parts {
  header: Record<string, unknown>;
  data: Uint8Array;
}

export function takeApart(file: Uint8Array): Parts {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(file.subarray(8, 8 + length));
  return { header: JSON.parse(text), data: file.slice(8 + length) };
}

/** @param header as a value, or as the text that stands in the file. */
export function putTogether({ header, data }: { header: unknown; data: Uint8Array }): Uint8Array {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const bytes = new TextEncoder().encode(text);
  const file = new Uint8Array(8 + bytes.length + data.length);
  new DataView(file.buffer).setUint32(0, bytes.length, true);
  file.set(bytes, 8);
  file.set(data, 8 + bytes.length);
  return file;
}
