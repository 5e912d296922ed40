import { beforeAll, describe, expect, it } from 'vitest';
import type { EvaluateConfig, TrainingSettings } from '../../src/config/types.js';
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
  monitor?: 'validation' | 'train';
  validationFraction?: number;
  training?: TrainingSettings;
  evaluate?: EvaluateConfig;
}

function train({
  epochs = 400,
  patience,
  monitor = 'validation',
  validationFraction = 0.3,
  training,
  evaluate = { every: 1 },
}: Settings) {
  return trainNetwork({
    kernels,
    network: { hidden: [24] },
    data: { train: noise, validationFraction },
    evaluate,
    training: {
      epochs,
      batchSize: 7,
      optimizer: { name: 'adam', learningRate: 0.02 },
      ...(patience && { earlyStopping: { patience, monitor } }),
      ...training,
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

describe('early stopping by the training loss', () => {
  // Steps so large that the loss jumps about.
  const wild = { optimizer: { name: 'adam' as const, learningRate: 0.3 } };
  const losses = ({ history }: TrainedNetwork) => history.slice(1).map((point) => point.train);
  const best = (all: number[]) => 1 + all.indexOf(Math.min(...all));

  it('needs no validation rows, and trains all epochs where patience is longer', async () => {
    const settings = { epochs: 60, validationFraction: 0, training: wild };
    const whole = await train(settings);
    const kept = await train({ ...settings, patience: 10_000, monitor: 'train' });
    expect(kept.history).toEqual(whole.history);
    const epoch = best(losses(whole));
    expect(epoch).toBeLessThan(60);
    expect(kept.final).toEqual(whole.history[epoch]);
    const short = await train({ ...settings, epochs: epoch });
    expect(kept.weights).toEqual(short.weights);
    expect(kept.biases).toEqual(short.biases);
  });

  it('ends after so many epochs without a better training loss', async () => {
    const settings = { epochs: 60, validationFraction: 0, training: wild };
    const all = losses(await train(settings));
    const stopped = await train({ ...settings, patience: 4, monitor: 'train' });
    const end = all.findIndex((_, i) => i + 1 - best(all.slice(0, i + 1)) >= 4) + 1;
    expect(end).toBeGreaterThan(4);
    expect(end).toBeLessThan(60);
    expect(stopped.history.at(-1)!.epoch).toBe(end);
    expect(stopped.final!.epoch).toBe(best(all.slice(0, end)));
  });

  it('goes by the training rows where there are validation rows, a plateau by those', async () => {
    const schedule = { name: 'plateau' as const, factor: 0.5, patience: 1, minDelta: 0 };
    const training = { ...wild, schedule };
    const whole = await train({ epochs: 60, training });
    const kept = await train({ epochs: 60, training, patience: 10_000, monitor: 'train' });
    const other = await train({ epochs: 60, training, patience: 10_000 });
    expect(kept.history).toEqual(whole.history);
    expect(kept.final!.epoch).toBe(best(losses(whole)));
    expect(other.final!.epoch).not.toBe(kept.final!.epoch);
  });

  it('looks after every epoch, whichever are recorded', async () => {
    const settings = { epochs: 60, validationFraction: 0, training: wild, patience: 10_000 };
    const every = await train({ ...settings, monitor: 'train' });
    const few = await train({ ...settings, monitor: 'train', evaluate: { every: 60 } });
    expect(few.history).toHaveLength(2);
    expect(few.final).toEqual(every.final);
    expect(few.weights).toEqual(every.weights);
  });
});
