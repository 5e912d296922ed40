import { symmetricEigenvalues } from '../math/eigenvalues.js';
import { countColumns, gram, parameterGram } from './gram.js';
import type { Jacobian } from './jacobian.js';

const EPSILON = 2.220446049250313e-16;

/** What J says of a network: how many directions of its parameters move its outputs, and how well. */
export interface Spectrum {
  /** Rank of J, 0 to samples·outputs. */
  rank: number;
  /** The largest eigenvalue of J·Jᵀ. */
  largest: number;
  /** Of its `rank` eigenvalues that are not 0 the smallest; 0 where float64 cannot tell it from 0. */
  smallest: number;
}

/**
 * Rank and extreme eigenvalues. An eigenvalue counts where it is above m·ε times the largest one, m the rows of
 * J and ε = 2⁻⁵²: below, it is rounding. Units of the inputs do not change a rank, and must not change the
 * count, so that it is taken after the columns of both factors of J were brought to length 1.
 *
 * @param poll asked at least every few milliseconds on a small J; false ends the work.
 * @returns undefined where it was ended; NaN for a network of which something is not finite.
 */
export function spectrum(
  jacobian: Jacobian,
  poll: () => boolean = () => true,
): Spectrum | undefined {
  const m = jacobian.samples * jacobian.outputs;
  const levelled = descending(equilibrated(jacobian), m, poll);
  const plain = levelled && descending(jacobian, m, poll);
  if (!levelled || !plain) return undefined;
  const [largest = 0] = plain;
  if (!Number.isFinite(largest) || !Number.isFinite(levelled[0] ?? 0)) {
    return { rank: Number.NaN, largest: Number.NaN, smallest: Number.NaN };
  }
  const rank = levelled.filter((value) => value > m * EPSILON * levelled[0]).length;
  const last = rank === 0 ? 0 : plain[rank - 1];
  return { rank, largest, smallest: last > m * EPSILON * largest ? last : 0 };
}

/** The eigenvalues of J·Jᵀ, but for zeros that are there by the shape of J alone. */
function descending(jacobian: Jacobian, m: number, poll: () => boolean) {
  const columns = countColumns(jacobian);
  const sums = columns < m ? parameterGram(jacobian, poll) : gram(jacobian, poll);
  return sums && symmetricEigenvalues(sums, Math.min(m, columns), poll)?.reverse();
}

/** J with every column divided by the lengths of its two factors: its rank is the same. */
function equilibrated({ layers, ...sizes }: Jacobian): Jacobian {
  return {
    ...sizes,
    layers: layers.map((layer) => ({
      ...layer,
      inputs: unitColumns(layer.inputs, layer.width),
      deltas: unitColumns(layer.deltas, layer.units),
    })),
  };
}

/** Columns of zeros stay. */
function unitColumns(values: Float64Array, width: number): Float64Array {
  const most = new Float64Array(width);
  values.forEach((value, at) => {
    most[at % width] = Math.max(most[at % width], Math.abs(value));
  });
  const sums = new Float64Array(width);
  values.forEach((value, at) => {
    const share = most[at % width] > 0 ? value / most[at % width] : 0;
    sums[at % width] += share * share;
  });
  const lengths = sums.map((sum, column) => most[column] * Math.sqrt(sum));
  return values.map((value, at) => (lengths[at % width] > 0 ? value / lengths[at % width] : value));
}
