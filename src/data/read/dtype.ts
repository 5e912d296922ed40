/** A type of number in a file, and how one is read. */
export interface Dtype {
  name: string;
  bytes: number;
  /** Whether a value may be no finite float32. */
  float: boolean;
  read(view: DataView, at: number, littleEndian: boolean): number;
}

const TWO_32 = 4294967296;

/**
 * By NumPy's names. 64-bit integers beyond 2⁵³ come rounded to float64, as float32 rounds them
 * anyway.
 */
export const DTYPES = {
  bool: integer('bool', 1, (view, at) => (view.getUint8(at) === 0 ? 0 : 1)),
  uint8: integer('uint8', 1, (view, at) => view.getUint8(at)),
  int8: integer('int8', 1, (view, at) => view.getInt8(at)),
  uint16: integer('uint16', 2, (view, at, little) => view.getUint16(at, little)),
  int16: integer('int16', 2, (view, at, little) => view.getInt16(at, little)),
  uint32: integer('uint32', 4, (view, at, little) => view.getUint32(at, little)),
  int32: integer('int32', 4, (view, at, little) => view.getInt32(at, little)),
  uint64: integer('uint64', 8, (view, at, little) => {
    const [high, low] = little ? [at + 4, at] : [at, at + 4];
    return view.getUint32(high, little) * TWO_32 + view.getUint32(low, little);
  }),
  int64: integer('int64', 8, (view, at, little) => {
    const [high, low] = little ? [at + 4, at] : [at, at + 4];
    return view.getInt32(high, little) * TWO_32 + view.getUint32(low, little);
  }),
  float32: float('float32', 4, (view, at, little) => view.getFloat32(at, little)),
  float64: float('float64', 8, (view, at, little) => view.getFloat64(at, little)),
} satisfies Record<string, Dtype>;

function integer(name: string, bytes: number, read: Dtype['read']): Dtype {
  return { name, bytes, float: false, read };
}

function float(name: string, bytes: number, read: Dtype['read']): Dtype {
  return { name, bytes, float: true, read };
}
