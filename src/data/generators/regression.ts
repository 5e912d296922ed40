import type { FunctionDataConfig } from '../../config/types.js';
import { PURPOSE, Stream } from '../../random/stream.js';
import type { Rows } from '../dataset.js';
import type { Drawn } from './drawn.js';

/** What is learned, and where its inputs come from. */
export interface Regression {
  inputs: number;
  /** The value at the sample that starts at `x[at]`. */
  value(x: Float32Array, at: number): number;
  /** Draws number `element` of all inputs. */
  trainInput(stream: Stream, element: number): number;
  testInput(stream: Stream, element: number): number;
}

/**
 * Draws training rows with labels f(x) + N(0, noiseVariance) and test rows with noiseless labels.
 * Inputs are rounded to float32 first, so that the label belongs to the input that the network
 * sees.
 */
export function drawRegression(
  { train, test, noiseVariance }: FunctionDataConfig,
  seed: number,
  regression: Regression,
): Drawn {
  const inner = new Stream({ seed, purpose: PURPOSE.trainInputs });
  const noise = new Stream({ seed, purpose: PURPOSE.trainNoise });
  const outer = new Stream({ seed, purpose: PURPOSE.testInputs });
  const deviation = Math.sqrt(noiseVariance);
  return {
    train: draw(
      regression,
      train,
      (element) => regression.trainInput(inner, element),
      (row) => (deviation === 0 ? 0 : deviation * noise.normal(row)),
    ),
    test: draw(
      regression,
      test,
      (element) => regression.testInput(outer, element),
      () => 0,
    ),
  };
}

function draw(
  { inputs, value }: Regression,
  rows: number,
  input: (element: number) => number,
  noise: (row: number) => number,
): Rows {
  const x = Float32Array.from({ length: rows * inputs }, (_, element) => input(element));
  const y = Float32Array.from({ length: rows }, (_, row) => value(x, row * inputs) + noise(row));
  return { rows, x, y };
}

/** Of inputs that are standard normal, in training and in testing. */
export function normalInput(stream: Stream, element: number): number {
  return stream.normal(element);
}
