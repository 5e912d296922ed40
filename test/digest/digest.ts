/**
 * SHA-256 over the bits of curves and weights. NaN is canonicalised, its payload is the engine's; a
 * loss that is not finite counts as NaN, because a sweep reports no more of it.
 */
import type { CurvePoint, TrainedNetwork } from '../../src/embed/types.js';
import { sha256Hex } from '../../src/results/hash.js';

/** `curves` is what a sweep reports; `all` covers the weights and biases, too. */
export interface Digests {
  curves: string;
  all: string;
}

export type Outcome = Pick<TrainedNetwork, 'status' | 'history'> &
  Partial<Pick<TrainedNetwork, 'weights' | 'biases'>>;

/** @param outcomes in the order of the matrix; without weights for the digest of curves alone. */
export function digestOf(outcomes: readonly Outcome[]): Digests {
  const curves = new Bits();
  const all = new Bits();
  for (const { history, weights = [], biases = [] } of outcomes) {
    for (const bits of [curves, all]) bits.curve(history);
    for (const layer of weights) for (const row of layer) all.floats(row);
    for (const row of biases) all.floats(row);
  }
  return { curves: curves.hash(), all: all.hash() };
}

class Bits {
  readonly #words: number[] = [];
  readonly #float = new Float32Array(1);
  readonly #word = new Uint32Array(this.#float.buffer);
  readonly #view = new DataView(new ArrayBuffer(8));

  curve(history: readonly CurvePoint[]): void {
    this.#words.push(history.length);
    for (const { epoch, train, test, validation, metrics } of history) {
      this.#words.push(epoch);
      for (const loss of [train, test]) this.#double(loss);
      if (validation !== undefined) this.#double(validation);
      for (const metric of Object.values(metrics)) {
        for (const value of [metric.train, metric.test]) this.#double(value);
      }
    }
  }

  floats(values: Float32Array): void {
    for (const value of values) {
      this.#float[0] = value;
      this.#words.push(Number.isNaN(value) ? 0x7fc00000 : this.#word[0]);
    }
  }

  hash(): string {
    const bytes = new DataView(new ArrayBuffer(4 * this.#words.length));
    this.#words.forEach((word, i) => {
      bytes.setUint32(4 * i, word, true);
    });
    return sha256Hex(new Uint8Array(bytes.buffer));
  }

  #double(value: number): void {
    this.#view.setFloat64(0, value, true);
    const [low, high] = [this.#view.getUint32(0, true), this.#view.getUint32(4, true)];
    this.#words.push(...(Number.isFinite(value) ? [low, high] : [0, 0x7ff80000]));
  }
}
