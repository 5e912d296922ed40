/**
 * Holm's adjustment of p values of several tests, in their order: compared with a level, all of them
 * together are wrong no more often than one would be. The least p is multiplied by their number, the
 * next by one less, and so on; none falls below one before it, none exceeds 1.
 *
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979).
 */
export function holm(ps: readonly number[]): number[] {
  const ascending = ps.map((_, i) => i).sort((a, b) => ps[a] - ps[b] || a - b);
  const adjusted = new Array<number>(ps.length);
  let most = 0;
  ascending.forEach((i, rank) => {
    most = Math.max(most, Math.min(1, (ps.length - rank) * ps[i]));
    adjusted[i] = most;
  });
  return adjusted;
}
