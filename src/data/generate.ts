import type { GeneratedDataConfig } from '../config/types.js';
import { PURPOSE, Stream } from '../random/stream.js';
import { type Dataset, NO_ROWS, type Rows } from './dataset.js';
import { ASSIGNMENT, evaluateTarget, type PowerSum, TUTORIAL } from './target.js';

export const TARGETS: Record<GeneratedDataConfig['kind'], PowerSum> = {
  assignment: ASSIGNMENT,
  tutorial: TUTORIAL,
};

/**
 * Draws a dataset: training inputs uniform on [−1, 1]ᵈ with labels f(x) + N(0, noiseVariance);
 * test inputs with every coordinate uniform on [−2, −1] ∪ [1, 2] and noiseless labels. Inputs are
 * rounded to float32 first, so that the label belongs to the input that the network sees.
 */
export function generate(
  { kind, train, test, noiseVariance }: GeneratedDataConfig,
  seed: number,
): Dataset {
  const target = TARGETS[kind];
  const inner = new Stream({ seed, purpose: PURPOSE.trainInputs });
  const noise = new Stream({ seed, purpose: PURPOSE.trainNoise });
  const outer = new Stream({ seed, purpose: PURPOSE.testInputs });
  const deviation = Math.sqrt(noiseVariance);
  return {
    id: `${kind}-${seed}`,
    kind,
    seed,
    inputs: target.length,
    outputs: 1,
    train: draw(
      target,
      train,
      (element) => 2 * inner.uniform32(element) - 1,
      (row) => (deviation === 0 ? 0 : deviation * noise.normal(row)),
    ),
    validation: NO_ROWS,
    test: draw(
      target,
      test,
      (element) => outerBand(outer.uniform32(element)),
      () => 0,
    ),
  };
}

/** Maps [0, 1) to [−2, −1) ∪ [1, 2). */
function outerBand(u: number): number {
  return u < 0.5 ? 2 * u - 2 : 2 * u;
}

function draw(
  target: PowerSum,
  rows: number,
  input: (element: number) => number,
  noise: (row: number) => number,
): Rows {
  const inputs = target.length;
  const x = Float32Array.from({ length: rows * inputs }, (_, element) => input(element));
  const y = Float32Array.from(
    { length: rows },
    (_, row) => evaluateTarget(target, x, row * inputs) + noise(row),
  );
  return { rows, x, y };
}
