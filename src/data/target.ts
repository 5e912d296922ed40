/** f(x) = Σᵢ cᵢ·xᵢ^pᵢ: the targets of the assignment and of the tutorial. */
export type PowerSum = readonly { coefficient: number; power: 2 | 3 }[];

/** f(x) = x₁² + x₂² + 2x₃³ + 4x₄³ */
export const ASSIGNMENT: PowerSum = [
  { coefficient: 1, power: 2 },
  { coefficient: 1, power: 2 },
  { coefficient: 2, power: 3 },
  { coefficient: 4, power: 3 },
];

/** f(x) = x₁² + x₂² */
export const TUTORIAL: PowerSum = ASSIGNMENT.slice(0, 2);

/** f at the sample that starts at `x[at]`. */
export function evaluateTarget(target: PowerSum, x: Float32Array, at: number): number {
  let sum = 0;
  target.forEach(({ coefficient, power }, i) => {
    const value = x[at + i];
    sum += coefficient * (power === 2 ? value * value : value * value * value);
  });
  return sum;
}

/**
 * f inside [−1, 1] per coordinate, continued along its tangent outside: the best that a piecewise
 * linear network which has learned f perfectly on the training range would do beyond it.
 */
export function evaluateTangent(target: PowerSum, x: Float32Array, at: number): number {
  let sum = 0;
  target.forEach(({ coefficient, power }, i) => {
    const value = x[at + i];
    const edge = Math.min(1, Math.max(-1, value));
    const height = power === 2 ? edge * edge : edge * edge * edge;
    const slope = power === 2 ? 2 * edge : 3 * edge * edge;
    sum += coefficient * (height + slope * (value - edge));
  });
  return sum;
}
