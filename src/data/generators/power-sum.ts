import type { Stream } from '../../random/stream.js';
import { evaluateTarget, type PowerSum } from '../target.js';
import type { Regression } from './regression.js';

/**
 * A sum of powers over training inputs uniform on [−1, 1]ᵈ. Test inputs are drawn likewise, or with
 * every coordinate uniform on [−2, −1] ∪ [1, 2].
 */
export function powerSum(target: PowerSum, testedInside = false): Regression {
  return {
    inputs: target.length,
    value: (x, at) => evaluateTarget(target, x, at),
    trainInput: innerRange,
    testInput: testedInside
      ? innerRange
      : (stream, element) => outerBand(stream.uniform32(element)),
  };
}

function innerRange(stream: Stream, element: number): number {
  return 2 * stream.uniform32(element) - 1;
}

/** Maps [0, 1) to [−2, −1) ∪ [1, 2). */
function outerBand(u: number): number {
  return u < 0.5 ? 2 * u - 2 : 2 * u;
}
