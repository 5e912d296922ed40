import { describe, expect, it } from 'vitest';
import {
  CLIP_DEFAULTS,
  INIT_DEFAULTS,
  LOSS_DEFAULTS,
  OPTIMIZER_DEFAULTS,
  SCHEDULE_DEFAULTS,
} from '../../src/config/training-defaults.js';
import { nameOf, type OptimizerConfig } from '../../src/config/types.js';
import { ACTIVATIONS } from '../../src/train/activation.js';
import { digestOf, type Outcome } from './digest.js';
import { digestMatrix } from './matrix.js';

describe('the matrix', () => {
  const groups = digestMatrix();
  const used = <T>(value: (group: (typeof groups)[number]) => T) => new Set(groups.map(value));

  it('is the same every time', () => {
    expect(digestMatrix()).toEqual(groups);
  });

  it('names every member of every family', () => {
    const keys = (of: object) => new Set(Object.keys(of));
    const activations = used(({ networks }) => nameOf(networks.activation!));
    expect(new Set([...activations, 'softmax'])).toEqual(keys(ACTIVATIONS));
    expect(groups.some(({ networks }) => networks.output?.activation === 'softmax')).toBe(true);
    expect(used(({ training }) => nameOf(training.loss!))).toEqual(keys(LOSS_DEFAULTS));
    expect(used(({ networks }) => nameOf(networks.init!))).toEqual(keys(INIT_DEFAULTS));
    const optimizers = groups.map(({ training }) => training.optimizer as OptimizerConfig);
    expect(new Set(optimizers.map(({ name }) => name))).toEqual(keys(OPTIMIZER_DEFAULTS));
    expect(used(({ training }) => nameOf(training.schedule ?? 'constant'))).toEqual(
      keys(SCHEDULE_DEFAULTS),
    );
    expect(used(({ training }) => nameOf(training.clip ?? 'none'))).toEqual(keys(CLIP_DEFAULTS));
    expect(used(({ training }) => training.shuffle).size).toBe(2);
  });

  it('disturbs batches, outputs and courses', () => {
    const some = (holds: (group: (typeof groups)[number]) => unknown) =>
      expect(groups.some(holds)).toBe(true);
    some(({ networks }) => networks.dropout);
    some(({ networks }) => networks.bias === false);
    some(({ training }) => training.augmentation?.noise);
    some(({ training }) => training.penalty?.l1 && training.penalty.l2);
    some(({ training }) => training.warmup);
    some(({ training }) => training.earlyStopping);
    some(({ training }) => (training.optimizer as { amsgrad?: boolean }).amsgrad);
    some(({ training }) => (training.optimizer as { centered?: boolean }).centered);
  });

  it('has depths 0 to 4, narrow and wide layers, odd batches and short last ones', () => {
    const networks = groups.flatMap(({ hidden }) => hidden);
    expect(new Set(networks.map(({ length }) => length))).toEqual(new Set([0, 1, 2, 3, 4]));
    const widths = networks.flat();
    expect(Math.min(...widths)).toBeLessThan(4);
    expect(Math.max(...widths)).toBeGreaterThan(66);
    expect(new Set(widths.map((width) => width % 8)).size).toBe(8);
    for (const { data, training } of groups) {
      expect(Number(training.batchSize) % 4).not.toBe(0);
      expect(data.train.x.length % Number(training.batchSize)).not.toBe(0);
    }
    expect(Math.max(...groups.map(({ data }) => data.train.x.length))).toBeGreaterThan(256);
  });
});

describe('the digest', () => {
  const outcome = (weight: number, loss: number): Outcome => ({
    status: 'done',
    history: [{ epoch: 0, train: loss, test: Number.NaN, metrics: {} }],
    weights: [[Float32Array.of(weight)]],
    biases: [Float32Array.of(0)],
  });

  it('changes with the last bit of a weight or a loss', () => {
    const { curves, all } = digestOf([outcome(1, 2)]);
    const weight = digestOf([outcome(1 + 2 ** -23, 2)]);
    expect([weight.curves === curves, weight.all === all]).toEqual([true, false]);
    const loss = digestOf([outcome(1, 2 + 2 ** -51)]);
    expect([loss.curves === curves, loss.all === all]).toEqual([false, false]);
    expect(digestOf([outcome(0, 2)])).not.toEqual(digestOf([outcome(-0, 2)]));
  });

  it('does not change with the payload of a NaN', () => {
    const odd = outcome(0, Number.POSITIVE_INFINITY);
    new Uint32Array(odd.weights![0][0].buffer)[0] = 0xffc12345;
    expect(digestOf([odd])).toEqual(digestOf([outcome(Number.NaN, Number.NaN)]));
  });
});
