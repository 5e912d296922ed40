import { tapeOf } from './operands.js';
import type { Entry } from './recording.js';
import { refuse } from './refuse.js';
import { describe, shapeOf, type Value } from './value.js';

/**
 * ∂loss/∂value for each of the values, in their order and shapes: the sum over all ways that lead
 * from the value to the loss, zeros where there is none. They are released with the recording.
 *
 * Gradients are constants: there are no gradients of gradients.
 *
 * @param loss 1 × 1, computed in a recording that has not ended.
 * @param values parameters, or what was computed from them.
 * @throws {InputError} for a loss of another shape or one that depends on no parameter, for values
 *   that have no gradients, for parameters that were changed since the loss was computed, and
 *   outside of `record`.
 */
export function gradients(loss: Value, values: readonly Value[]): Value[] {
  if (!Array.isArray(values)) refuse('gradients', 'no list of parameters', 'one: [w, b]');
  const tape = tapeOf('gradients', loss, ...values);
  const recording = tape.recordingFor('gradients');
  expectDifferentiable(loss, values);
  return tape.untracked(() => {
    const found: Gradients = new Map([[loss, tape.constant(1)]]);
    for (const entry of recording.backwards()) {
      const gradient = found.get(entry.result);
      if (gradient) goBack(entry, gradient, found);
    }
    return values.map((value) => found.get(value) ?? zerosLike(value));
  });
}

/** What is known of ∂loss/∂value. All of it once the value's own entry is reached. */
type Gradients = Map<Value, Value>;

/** Adds to the gradients at the inputs what comes from the gradient at the result. */
function goBack(
  { name, result, inputs, versions, backward }: Entry,
  gradient: Value,
  found: Gradients,
): void {
  inputs.forEach((input, i) => {
    if (!input.tracked) return;
    if (input.version !== versions[i]) {
      const found = `${describe(input)} that was changed since ${name} took it`;
      refuse('gradients', found, 'it as it was');
    }
    const share = backward[i](gradient, result);
    if (shapeOf(share) !== shapeOf(input)) {
      refuse(`backward of ${name}`, describe(share), `the shape ${shapeOf(input)} of its input`);
    }
    const others = found.get(input);
    found.set(input, others ? sum(others, share) : share);
  });
}

function sum(a: Value, b: Value): Value {
  return a.tape.compute({
    name: 'gradients',
    inputs: [a, b],
    shape: a,
    forward: (result) => {
      result.data.set(a.data);
      a.tape.kernels.add_scaled(result.at, b.at, result.data.length, 1);
    },
    backward: [],
  });
}

function zerosLike(value: Value): Value {
  const forward = (result: Value) => result.data.fill(0);
  return value.tape.compute({ name: 'gradients', inputs: [], shape: value, forward, backward: [] });
}

function expectDifferentiable(loss: Value, values: readonly Value[]): void {
  for (const value of [loss, ...values]) loss.tape.expectPresent('gradients', value);
  if (shapeOf(loss) !== '1 × 1') {
    refuse('gradients', `a loss of ${shapeOf(loss)}`, '1 × 1, such as a sum or mean');
  }
  if (!loss.tracked) {
    refuse('gradients', 'a loss that depends on no parameter', 'one that is computed from some');
  }
  const constant = values.find(({ tracked }) => !tracked);
  if (constant) {
    const found = `${describe(constant)} that depends on no parameter`;
    refuse('gradients', found, 'parameters or what is computed from some');
  }
}
