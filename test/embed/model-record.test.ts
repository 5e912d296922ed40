import { expect, it } from 'vitest';
import { modelRecord } from '../../src/embed/model-record.js';
import { trainNetwork } from '../../src/embed/train-network.js';
import type { TrainingInput } from '../../src/embed/types.js';
import { loadKernels } from '../../src/kernels/node.js';
import { decodeModel } from '../../src/model/decode.js';
import { encodeModel } from '../../src/model/encode.js';

const kernels = await loadKernels();
const x = [0, 1, 2, 3].map((i) => [i, i * i, 7, 1 - i]);
const input: TrainingInput = {
  kernels,
  network: {
    hidden: [{ units: 3, activation: { name: 'elu', alpha: 2 }, bias: false, dropout: 0.5 }],
  },
  data: {
    train: { x, y: [[0], [1], [1], [0]] },
    scaling: 'minmax',
    image: { height: 2, width: 2, channels: 1 },
  },
  training: { loss: 'softmax-cross-entropy', epochs: 2, batchSize: 2 },
  seed: 5,
};

it('says what a network needs to be used, and where it comes from', async () => {
  const trained = await trainNetwork(input);
  const model = modelRecord(input, trained);
  expect(model).toEqual({
    network: {
      inputs: 4,
      layers: [
        { units: 3, activation: 'elu', params: { alpha: 2 }, bias: false },
        { units: 2, activation: 'linear', params: {}, bias: true },
      ],
    },
    weights: trained.weights,
    biases: trained.biases,
    scale: { shift: [0, 0, 7, -2], unit: [3, 9, 0, 3] },
    answer: { kind: 'classes', classes: 2, outputs: 'logits' },
    image: { height: 2, width: 2, channels: 1 },
    origin: {
      config: expect.objectContaining({ seed: 5, seeds: 1 }),
      configHash: expect.stringMatching(/^[0-9a-f]{8}$/),
      seed: 5,
      status: 'done',
      epoch: { kept: 2 },
      final: {
        loss: { train: trained.final!.train, test: null },
        accuracy: { train: trained.final!.metrics.accuracy!.train, test: null },
      },
    },
  });
  expect(JSON.stringify(model.origin.config)).not.toContain('"x"');
  expect(encodeModel(decodeModel(encodeModel(model)))).toEqual(encodeModel(model));
});

it('has no values where the training was interrupted', async () => {
  const controller = new AbortController();
  controller.abort();
  const trained = await trainNetwork({ ...input, signal: controller.signal });
  const { origin } = modelRecord(input, trained);
  expect(origin).toMatchObject({ status: 'interrupted' });
  expect(origin).not.toHaveProperty('final');
});
