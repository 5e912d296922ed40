const WRITERS = {
  uint8: { code: 0x08, bytes: 1, write: DataView.prototype.setUint8 },
  int8: { code: 0x09, bytes: 1, write: DataView.prototype.setInt8 },
  int16: { code: 0x0b, bytes: 2, write: DataView.prototype.setInt16 },
  int32: { code: 0x0c, bytes: 4, write: DataView.prototype.setInt32 },
  float32: { code: 0x0d, bytes: 4, write: DataView.prototype.setFloat32 },
  float64: { code: 0x0e, bytes: 8, write: DataView.prototype.setFloat64 },
};

export type IdxType = keyof typeof WRITERS;

/** An IDX file. */
export function idx(type: IdxType, dims: number[], values: number[]): Uint8Array {
  const { code, bytes, write } = WRITERS[type];
  const start = 4 + 4 * dims.length;
  const view = new DataView(new ArrayBuffer(start + bytes * values.length));
  view.setUint8(2, code);
  view.setUint8(3, dims.length);
  for (const [i, dim] of dims.entries()) view.setUint32(4 + 4 * i, dim);
  for (const [i, value] of values.entries()) write.call(view, start + bytes * i, value);
  return new Uint8Array(view.buffer);
}
