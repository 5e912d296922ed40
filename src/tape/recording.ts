import type { Block } from './pool.js';
import type { Lifetime, Shape, Value } from './value.js';

/** An operation and the way back through it. */
export interface Differentiable {
  /** What errors call it. */
  name: string;
  inputs: readonly Value[];
  /** Of the result; a value of the same shape will do. */
  shape: Shape;
  /** Writes every element of the result, whose content is unspecified before. */
  forward(result: Value): void;
  /** For each input, the way back to it. */
  backward: readonly Backward[];
}

/**
 * ∂loss/∂input, in the shape of the input, from the gradient ∂loss/∂result. It leaves both arguments
 * as they are, and may return the gradient itself.
 */
export type Backward = (gradient: Value, result: Value) => Value;

/** What was computed, from what, and the way back. */
export interface Entry {
  name: string;
  result: Value;
  inputs: readonly Value[];
  /** Of the inputs, when it was computed. */
  versions: readonly number[];
  backward: readonly Backward[];
}

/** What is made from one call of `record` to its end. */
export class Recording implements Lifetime {
  ended = false;
  readonly entries: Entry[] = [];
  readonly blocks: Block[] = [];
  /** The recording that this one lies in. */
  readonly around: Recording | undefined;

  constructor(around: Recording | undefined) {
    this.around = around;
  }

  /** All that was computed, also around this recording, the last first. */
  *backwards(): Generator<Entry> {
    for (let i = this.entries.length - 1; i >= 0; i--) yield this.entries[i];
    if (this.around) yield* this.around.backwards();
  }
}
