/** How many rows of each class there are. */
export type Strata = Map<number, number>;

/** The classes of the rows in `order`. */
export function countLabels(order: Uint32Array, labels: ArrayLike<number>): Strata {
  const counts: Strata = new Map();
  for (const row of order) counts.set(labels[row], (counts.get(labels[row]) ?? 0) + 1);
  return counts;
}

/** Divides `count` in proportion to the classes: the whole parts, then one each to the largest
 * remainders, to the lower class among equals. */
export function shares(strata: Strata, count: number): Strata {
  const total = sumOf(strata);
  const parts = [...strata].map(([label, rows]) => {
    const part = Math.floor((rows * count) / total);
    return { label, part, rest: (rows * count) % total };
  });
  parts.sort((a, b) => b.rest - a.rest || a.label - b.label);
  const left = count - parts.reduce((sum, { part }) => sum + part, 0);
  return new Map(parts.map(({ label, part }, i) => [label, part + (i < left ? 1 : 0)]));
}

/**
 * Divides `count` in proportion to the classes so that no class loses by a larger `count`, which
 * largest remainders may do: the quota method of Balinski and Young (1975). One after another goes
 * to the class that waits for it most, of those to which it is due; every part is within one of the
 * proportion.
 */
export function nestedShares(strata: Strata, count: number): Strata {
  const total = sumOf(strata);
  const labels = [...strata.keys()].sort((a, b) => a - b);
  const rows = Float64Array.from(labels, (label) => strata.get(label)!);
  const parts = new Float64Array(labels.length);
  for (let dealt = 1; dealt <= count; dealt++) {
    let next = -1;
    let most = 0;
    for (let i = 0; i < parts.length; i++) {
      const claim = rows[i] / (parts[i] + 1);
      if (claim <= most || parts[i] * total >= rows[i] * dealt) continue;
      next = i;
      most = claim;
    }
    parts[next]++;
  }
  return new Map(labels.map((label, i) => [label, parts[i]]));
}

function sumOf(strata: Strata): number {
  let sum = 0;
  for (const rows of strata.values()) sum += rows;
  return sum;
}
