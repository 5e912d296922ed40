/** So many of `rows` are held back: the share, rounded, at least one on either side; 0 for 0. */
export function heldBack(rows: number, fraction: number): number {
  return fraction === 0 ? 0 : Math.min(rows - 1, Math.max(1, Math.round(rows * fraction)));
}
