import { normalInput, type Regression } from './regression.js';

/** f(x) = x₁x₂ + x₃, x ~ N(0, I₅): two inputs say nothing. */
export const product: Regression = {
  inputs: 5,
  value: (x, at) => x[at] * x[at + 1] + x[at + 2],
  trainInput: normalInput,
  testInput: normalInput,
};
