import type { InputGroup } from '../../config/types.js';
import type { Stream } from '../../random/stream.js';
import { normalInput, type Regression } from './regression.js';

/** f(x) = Σx / √inputs, x ~ N(0, I): of variance 1 whatever the inputs. */
export function linear(inputs: number): Regression {
  const root = Math.sqrt(inputs);
  return {
    inputs,
    value: (x, at) => x.subarray(at, at + inputs).reduce((sum, value) => sum + value, 0) / root,
    trainInput: normalInput,
    testInput: normalInput,
  };
}

/**
 * A linear function of inputs of several scales: f(x) = Σ over groups of
 * signal · Σx / (deviation · √count), the x of a group N(0, deviation²). A group whose inputs do not
 * vary adds nothing.
 */
export function groupedLinear(groups: readonly InputGroup[]): Regression {
  const deviations = groups.flatMap(({ count, deviation }) => Array(count).fill(deviation));
  const slopes = groups.flatMap(({ count, deviation, signal }) =>
    Array(count).fill(deviation === 0 ? 0 : signal / (deviation * Math.sqrt(count))),
  );
  const inputs = slopes.length;
  const input = (stream: Stream, element: number) =>
    deviations[element % inputs] * normalInput(stream, element);
  return {
    inputs,
    value: (x, at) => slopes.reduce((sum, slope, i) => sum + slope * x[at + i], 0),
    trainInput: input,
    testInput: input,
  };
}
