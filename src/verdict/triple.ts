/** Positions in a list of sizes that ascends by parameters. */
export interface Triple {
  left: number;
  peak: number;
  right: number;
}

/** Finds the triples of many curves over the same sizes. */
export class TripleFinder {
  /** How many sizes have fewer parameters; networks of equal size are on neither side of each other. */
  readonly #below: number[];
  /** The first size of more parameters; the number of sizes where there is none. */
  readonly #above: number[];
  /** Where the least value up to, and from, each size lies: of the last curve. */
  readonly #leastUpTo: number[];
  readonly #leastFrom: number[];

  /** @param params ascending; at least three different ones. */
  constructor(params: readonly number[]) {
    this.#below = params.map((own) => params.indexOf(own));
    this.#above = params.map((own) => params.lastIndexOf(own) + 1);
    this.#leastUpTo = params.map(() => 0);
    this.#leastFrom = params.map(() => 0);
  }

  /**
   * The interior size that stands highest above the larger of the least values on its two sides, and
   * where those are: the first of equals.
   *
   * @param curve a finite value for every size.
   */
  highest(curve: ArrayLike<number>): Triple {
    this.#findLeast(curve);
    let found = { left: -1, peak: -1, right: -1 };
    let most = Number.NEGATIVE_INFINITY;
    for (let peak = 0; peak < curve.length; peak++) {
      if (this.#below[peak] === 0 || this.#above[peak] === curve.length) continue;
      const left = this.#leastUpTo[this.#below[peak] - 1];
      const right = this.#leastFrom[this.#above[peak]];
      const height = curve[peak] - Math.max(curve[left], curve[right]);
      if (height <= most) continue;
      most = height;
      found = { left, peak, right };
    }
    return found;
  }

  #findLeast(curve: ArrayLike<number>): void {
    let least = 0;
    for (let at = 0; at < curve.length; at++) {
      if (curve[at] < curve[least]) least = at;
      this.#leastUpTo[at] = least;
    }
    for (let at = curve.length - 1; at >= 0; at--) {
      if (curve[at] <= curve[least] || at === curve.length - 1) least = at;
      this.#leastFrom[at] = least;
    }
  }
}
