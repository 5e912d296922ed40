import { forwardFlops, type Widths } from '../plan/flops.js';

/** Operations that a look at a set or at the plane may cost: some tenths of a second. */
const MOST_FLOPS = 1e10;
const FEWEST_ROWS = 500;
const MOST_ROWS = 10_000;
const SIDES = [101, 81, 61, 41] as const;

/** So many rows of a set are looked at: as many as are cheap, whatever machine it is. */
export function rowsWithin(network: Widths): number {
  const affordable = Math.floor(MOST_FLOPS / forwardFlops(network, 1));
  return Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, affordable));
}

/** Columns and rows of the plane of two inputs. */
export function sideWithin(network: Widths): number {
  const affordable = (side: number) => forwardFlops(network, side * side) <= MOST_FLOPS;
  return SIDES.find(affordable) ?? 21;
}
