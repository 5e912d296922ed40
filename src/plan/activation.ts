import type { ActivationName } from '../config/types.js';

const OF_ARGUMENT: ReadonlySet<ActivationName> = new Set([
  'gelu',
  'gelu-tanh',
  'silu',
  'softplus',
  'elu',
] as const);

/** Whether the gradient is a function of the argument z, not of the activation: z is then kept. */
export function keepsArgument(name: ActivationName): boolean {
  return OF_ARGUMENT.has(name);
}
