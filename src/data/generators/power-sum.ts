import { evaluateTarget, type PowerSum } from '../target.js';
import type { Regression } from './regression.js';

/** A sum of powers over training inputs uniform on [−1, 1]ᵈ and test inputs with every coordinate
 * uniform on [−2, −1] ∪ [1, 2]. */
export function powerSum(target: PowerSum): Regression {
  return {
    inputs: target.length,
    value: (x, at) => evaluateTarget(target, x, at),
    trainInput: (stream, element) => 2 * stream.uniform32(element) - 1,
    testInput: (stream, element) => outerBand(stream.uniform32(element)),
  };
}

/** Maps [0, 1) to [−2, −1) ∪ [1, 2). */
function outerBand(u: number): number {
  return u < 0.5 ? 2 * u - 2 : 2 * u;
}
