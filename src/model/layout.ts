import { ceil4 } from '../kernels/contract.js';
import { gemmScratchBytes } from '../kernels/scratch.js';
import { Arena } from '../memory/arena.js';
import { EVALUATION_BLOCK, type LayerTensors, leadingDimension } from '../memory/slab.js';
import { fanIn } from '../plan/network.js';
import type { ModelNetwork } from './record.js';

/** Where a model lies in its memory. Offsets in bytes from the start. */
export interface ModelLayout {
  bytes: number;
  layers: readonly Pick<LayerTensors, 'weights' | 'bias' | 'output'>[];
  /** Rows that are computed at once; their inputs as they came, sample-major. */
  block: number;
  rows: number;
  /** uint32 0 … block − 1. */
  order: number;
  /** The same inputs, inputs × ld. */
  x: number;
  /** Leading dimension of `x` and of every output. */
  ld: number;
  scratch: number;
}

/** Floats of one tensor of a block: 16 MiB, however wide the network is. */
const MOST_FLOATS = 1 << 22;

/** Offsets are computed in int32: more floats in a row than a memory can hold. */
const WIDEST = 1 << 30;

/**
 * Pure: the same network has the same offsets.
 *
 * @throws {RangeError} for a network that no memory can hold.
 */
export function layoutModel({ inputs, layers }: ModelNetwork): ModelLayout {
  const arena = new Arena();
  const widest = layers.reduce((most, { units }) => Math.max(most, units), inputs);
  if (widest > WIDEST)
    throw new RangeError(`found a layer of ${widest} numbers, expected at most ${WIDEST}`);
  const block = Math.max(1, Math.min(EVALUATION_BLOCK, Math.floor(MOST_FLOATS / widest)));
  const ld = leadingDimension(block);
  const tensors = layers.map(({ units }, l) => {
    const columns = fanIn(inputs, layers, l);
    const offset = arena.take(4 * units * ceil4(columns));
    return {
      weights: { offset, rows: units, columns, ld: ceil4(columns) },
      bias: arena.take(4 * ceil4(units)),
      output: arena.take(4 * units * ld),
    };
  });
  const scratch = tensors.map(({ weights }) =>
    gemmScratchBytes(weights.rows, block, weights.columns),
  );
  return {
    layers: tensors,
    block,
    rows: arena.take(4 * block * inputs),
    order: arena.take(4 * block),
    x: arena.take(4 * inputs * ld),
    ld,
    scratch: arena.take(Math.max(...scratch)),
    bytes: arena.end,
  };
}
