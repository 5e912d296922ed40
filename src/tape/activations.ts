import { describeValue } from '../config/text.js';
import { ACTIVATION_DEFAULTS } from '../config/training-defaults.js';
import type { ActivationName } from '../config/types.js';
import { keepsArgument } from '../plan/activation.js';
import { ACTIVATIONS } from '../train/activation.js';
import { tapeOf } from './operands.js';
import type { Backward } from './recording.js';
import { refuse } from './refuse.js';
import { run } from './run.js';
import type { Value } from './value.js';

// The activations of the trainer, by its own operations: docs/activations.md says what each is, how
// accurate, and what it does at its kink.

/** z itself. */
export function linear(z: Value): Value {
  tapeOf('linear', z);
  return z;
}

/** max(z, 0); slope 0 at 0. */
export function relu(z: Value): Value {
  return activate('relu', z);
}

/** z, or slope · z below 0, the kink included. @param slope 0 … below 1. */
export function leakyRelu(z: Value, slope = ACTIVATION_DEFAULTS['leaky-relu'].slope): Value {
  if (!(slope >= 0 && slope < 1)) {
    refuse('leakyRelu', `slope ${describeValue(slope)}`, 'a number from 0 to below 1');
  }
  return activate('leaky-relu', z, { slope });
}

/** 1 / (1 + e⁻ᶻ). */
export function sigmoid(z: Value): Value {
  return activate('sigmoid', z);
}

/** The hyperbolic tangent. */
export function tanh(z: Value): Value {
  return activate('tanh', z);
}

/** z · Φ(z), Φ the standard normal distribution: by erf. */
export function gelu(z: Value): Value {
  return activate('gelu', z);
}

/** The tanh form of GELU. */
export function geluTanh(z: Value): Value {
  return activate('gelu-tanh', z);
}

/** z · sigmoid(z), also called swish. */
export function silu(z: Value): Value {
  return activate('silu', z);
}

/** log(1 + eᶻ). */
export function softplus(z: Value): Value {
  return activate('softplus', z);
}

/** z, or alpha · (eᶻ − 1) below 0. @param alpha above 0. */
export function elu(z: Value, alpha = ACTIVATION_DEFAULTS.elu.alpha): Value {
  if (!(alpha > 0 && alpha < Number.POSITIVE_INFINITY)) {
    refuse('elu', `alpha ${describeValue(alpha)}`, 'a number greater than 0');
  }
  return activate('elu', z, { alpha });
}

/** eᶻ over its sum, column by column: probabilities of every sample. */
export function softmax(z: Value): Value {
  return activate('softmax', z);
}

/** The way back starts from the argument or from the activation, whichever the slope is a function of. */
function activate(
  name: ActivationName,
  z: Value,
  parameters: Readonly<Record<string, number>> = {},
): Value {
  const { kernels } = tapeOf(name, z);
  const activation = ACTIVATIONS[name];
  const { tape, rows: m, columns: n } = z;
  const forward = (a: Value) => run(kernels, ...activation.forward(a, z, m, n, parameters));
  const backward: Backward = (gradient, a) => {
    const h = keepsArgument(name) ? z : a;
    const through = (d: Value) => {
      d.data.set(gradient.data);
      run(kernels, ...activation.backward(d, h, m, n, parameters));
    };
    return tape.compute({ name, inputs: [gradient, h], shape: z, forward: through, backward: [] });
  };
  return tape.compute({ name, inputs: [z], shape: z, forward, backward: [backward] });
}
