import { expect, it } from 'vitest';
import { NO_ROWS, type Scale } from '../../src/data/dataset.js';
import { writePoints } from '../../src/memory/points.js';

const scale = (shift: number[], unit: number[]): Scale => ({
  shift: Float64Array.from(shift),
  unit: Float64Array.from(unit),
});

it('brings points from one scale to another, in the order of the samples', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const dataset = {
    ...{ id: '', kind: '', seed: 1, inputs: 2, outputs: 1, train: NO_ROWS, validation: NO_ROWS },
    // Samples 1 and 0 of two: (2, 0) and (1, −1) in units of (10, 4) from (5, 3).
    test: {
      rows: 2,
      x: Float32Array.of(1, -1, 2, 0),
      y: new Float32Array(2),
      order: Uint32Array.of(1, 0),
    },
    scale: scale([5, 3], [10, 4]),
  };
  const at = { rows: 2, x: 64, y: 0, order: 0, resident: false };
  const written = () => [...new Float32Array(memory.buffer, 64, 4)];
  writePoints(memory, at, dataset, scale([1, 1], [2, 0]));
  expect(written()).toEqual([12, 0, 7, 0]);
  writePoints(memory, at, dataset, undefined);
  expect(written()).toEqual([25, 3, 15, -1]);
});
