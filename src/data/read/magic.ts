const STARTS: [start: number[], name: string][] = [
  [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], 'an NPY file'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive (.xlsx or .npz?)'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file'],
  [[0x89, 0x48, 0x44, 0x46], 'an HDF5 file'],
  [[0xff, 0xfe], 'UTF-16'],
  [[0xfe, 0xff], 'UTF-16'],
  [[0x00, 0x00, 0x08], 'an IDX file'],
];

/** What bytes that are no text probably are, by the first of them. */
export function binaryName(bytes: Uint8Array): string {
  const match = STARTS.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  return match?.[1] ?? 'binary data or UTF-16';
}
