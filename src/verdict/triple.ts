/** Positions in a list of sizes that ascends by parameters. */
export interface Triple {
  left: number;
  peak: number;
  right: number;
}

/** Which sizes lie to either side of each: networks of equal size are on neither side of each other. */
export interface Sides {
  /** How many sizes have fewer parameters. */
  below: Int32Array;
  /** The first size of more parameters; the number of sizes where there is none. */
  above: Int32Array;
}

/** @param params ascending. */
export function sidesOf(params: readonly number[]): Sides {
  const below = params.map((own) => params.findIndex((other) => other === own));
  const above = params.map((own) => {
    const first = params.findIndex((other) => other > own);
    return first < 0 ? params.length : first;
  });
  return { below: Int32Array.from(below), above: Int32Array.from(above) };
}

/**
 * The interior size that stands highest above the larger of the least values on its two sides, and
 * those least values: the first of equals.
 *
 * @param curve a value per size; at least three different numbers of parameters.
 */
export function highestTriple(curve: ArrayLike<number>, { below, above }: Sides): Triple {
  const { fromLeft, fromRight } = leastFromEitherEnd(curve);
  const triple = { left: -1, peak: -1, right: -1 };
  let highest = Number.NEGATIVE_INFINITY;
  for (let peak = 0; peak < curve.length; peak++) {
    if (below[peak] === 0 || above[peak] === curve.length) continue;
    const left = fromLeft[below[peak] - 1];
    const right = fromRight[above[peak]];
    const height = curve[peak] - Math.max(curve[left], curve[right]);
    if (height <= highest) continue;
    highest = height;
    Object.assign(triple, { left, peak, right });
  }
  return triple;
}

/** Where the least value up to, and from, each position lies: the first of equals. */
function leastFromEitherEnd(curve: ArrayLike<number>) {
  const fromLeft = new Int32Array(curve.length);
  const fromRight = new Int32Array(curve.length);
  for (let at = 1; at < curve.length; at++) {
    fromLeft[at] = curve[at] < curve[fromLeft[at - 1]] ? at : fromLeft[at - 1];
  }
  fromRight[curve.length - 1] = curve.length - 1;
  for (let at = curve.length - 2; at >= 0; at--) {
    fromRight[at] = curve[at] <= curve[fromRight[at + 1]] ? at : fromRight[at + 1];
  }
  return { fromLeft, fromRight };
}
