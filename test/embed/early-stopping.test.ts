import { beforeAll, describe, expect, it } from 'vitest';
import { type KernelLibrary, loadKernels } from '../../src/entries/kernels-node.js';
import { InputError, type TrainedNetwork, trainNetwork } from '../../src/entries/train.js';

let kernels: KernelLibrary;
beforeAll(async () => {
  kernels = await loadKernels();
});

const value = (i: number) => ((i * 2654435761) % 1000) / 500 - 1;
/** Targets that have nothing to do with the inputs: what is learned of them does not generalise. */
const noise = {
  x: Array.from({ length: 40 }, (_, i) => [value(3 * i), value(3 * i + 1), value(3 * i + 2)]),
  y: Array.from({ length: 40 }, (_, i) => [value(7919 * i + 13)]),
};

interface Settings {
  epochs?: number;
  patience?: number;
  validationFraction?: number;
}

function train({ epochs = 400, patience, validationFraction = 0.3 }: Settings) {
  return trainNetwork({
    kernels,
    network: { hidden: [24] },
    data: { train: noise, validationFraction },
    training: {
      epochs,
      batchSize: 7,
      optimizer: { name: 'adam', learningRate: 0.02 },
      ...(patience && { earlyStopping: { patience, minDelta: 0 } }),
    },
  });
}

describe('early stopping', () => {
  let whole: TrainedNetwork;
  let stopped: TrainedNetwork;
  beforeAll(async () => {
    whole = await train({});
    stopped = await train({ patience: 8 });
  });

  it('ends after so many epochs without a better validation loss', () => {
    const losses = whole.history.slice(1).map(({ validation }) => validation!);
    let best = 0;
    let epoch = 0;
    while (epoch - best < 8) {
      epoch++;
      if (losses[epoch - 1] < (losses[best - 1] ?? Number.POSITIVE_INFINITY)) best = epoch;
    }
    expect(epoch).toBeLessThan(400);
    expect(stopped.history.at(-1)!.epoch).toBe(epoch);
    expect(stopped.final!.epoch).toBe(best);
    expect(stopped.history).toEqual(whole.history.slice(0, epoch + 1));
  });

  it('returns what a training of just the best epochs returns, and its losses', async () => {
    const { epoch, ...final } = stopped.final!;
    const short = await train({ epochs: epoch });
    expect(stopped.weights).toEqual(short.weights);
    expect(stopped.biases).toEqual(short.biases);
    expect({ epoch, ...final }).toEqual(short.history.at(-1));
    expect(final.validation).toBe(Math.min(...stopped.history.slice(1).map((p) => p.validation!)));
  });

  it('keeps the best epoch where patience outlasts the training', async () => {
    const patient = await train({ epochs: 60, patience: 1000 });
    const losses = patient.history.slice(1).map(({ validation }) => validation!);
    expect(patient.history).toHaveLength(61);
    expect(patient.final!.epoch).toBe(1 + losses.indexOf(Math.min(...losses)));
  });

  it('refuses to wait for rows that are not there', async () => {
    await expect(train({ patience: 3, validationFraction: 0 })).rejects.toThrow(InputError);
  });
});
