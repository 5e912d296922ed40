import type { ModelRecord } from '../../src/model/record.js';

/** Two inputs, three units, two classes. */
export const SAMPLE: ModelRecord = {
  network: {
    inputs: 2,
    layers: [
      { units: 3, activation: 'leaky-relu', params: { slope: 0.25 }, bias: false },
      { units: 2, activation: 'linear', params: {}, bias: true },
    ],
  },
  weights: [
    [Float32Array.of(1, -2), Float32Array.of(0.5, 0), Float32Array.of(-1, 3)],
    [Float32Array.of(1, 2, 3), Float32Array.of(-3, -2, -1)],
  ],
  biases: [new Float32Array(3), Float32Array.of(0.5, -0.5)],
  scale: { shift: [0.1, -2], unit: [3, 0] },
  answer: { kind: 'classes', classes: 2, classNames: ['cat', 'dog'], outputs: 'logits' },
  image: { height: 1, width: 2, channels: 1 },
  origin: { config: { seeds: 3 }, seed: 42 },
};
