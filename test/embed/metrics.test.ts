/** Metrics and confusion against counts over the outputs of the trained network. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type KernelLibrary, loadKernels } from '../../src/entries/kernels-node.js';
import { computeGradients, type TrainingInput, trainNetwork } from '../../src/entries/train.js';

let kernels: KernelLibrary;
beforeAll(async () => {
  kernels = await loadKernels();
});

const value = (i: number) => (((i * 2654435761) >>> 8) % 2000) / 1000 - 1;
const x = Array.from({ length: 301 }, (_, i) => [value(2 * i), value(2 * i + 1)]);
const classOf = ([a, b]: number[]) => (a * b > 0 ? 2 : a > 0.3 ? 1 : 0);

type Given = Required<Pick<TrainingInput, 'data' | 'training'>>;

/** A short training, and the outputs at its end. */
async function trained({ data, training }: Given) {
  const settings = { epochs: 3, batchSize: 32, optimizer: 'adam', ...training } as const;
  const input = { kernels, network: { hidden: [9] }, data, training: settings };
  const { final, confusion, history, weights, biases } = await trainNetwork(input);
  const { output } = computeGradients({ ...input, initial: { weights, biases } });
  return { final: final!, confusion, history, outputs: output.map((row) => [...row]) };
}

const argmax = (row: readonly number[]) => row.indexOf(Math.max(...row));

function counted(classes: number, wanted: number[], answers: number[]) {
  const matrix = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
  for (const [i, each] of wanted.entries()) matrix[each][answers[i]]++;
  const right = wanted.filter((each, i) => each === answers[i]).length;
  return { matrix, accuracy: right / wanted.length };
}

describe('accuracy and confusion', () => {
  const labels = x.map(classOf);
  const oneHot = labels.map((label) => [0, 1, 2].map((k) => Number(k === label)));
  const binary = labels.map((label) => Number(label === 2));

  it.each<[string, number[], number[][], Given['training'], 'auto' | 'one-hot']>([
    ['labels', labels, labels.map((label) => [label]), { loss: 'softmax-cross-entropy' }, 'auto'],
    ['labels as columns', labels, labels.map((label) => [label]), { loss: 'mse' }, 'one-hot'],
    ['probabilities', labels, oneHot, { loss: 'kl-divergence' }, 'auto'],
  ])('of %s', async (_, wanted, y, training, encoding) => {
    const rows = { x, y };
    const found = await trained({ data: { train: rows, test: rows, encoding }, training });
    const { matrix, accuracy } = counted(3, wanted, found.outputs.map(argmax));
    expect(found.confusion).toEqual(matrix);
    expect(found.final.metrics.accuracy).toEqual({ train: accuracy, test: accuracy });
    expect(found.history.at(-1)!.metrics).toEqual(found.final.metrics);
  });

  it.each<[Given['training'], number]>([
    [{ loss: 'binary-cross-entropy' }, 0],
    [{ loss: 'mse' }, 0.5],
  ])('of yes and no, with %o', async (training, threshold) => {
    const rows = { x, y: binary.map((each) => [each]) };
    const data = { train: rows, test: rows, encoding: 'binary' as const };
    const found = await trained({ data, training });
    const answers = found.outputs.map(([output]) => Number(output > threshold));
    const { matrix, accuracy } = counted(2, binary, answers);
    expect(found.confusion).toEqual(matrix);
    expect(found.final.metrics.accuracy).toEqual({ train: accuracy, test: accuracy });
  });
});

describe('mae and r2', () => {
  it.each(['mse', 'l1'] as const)('beside the loss %s', async (loss) => {
    const y = x.map(([a, b]) => [a * a - b, 3 * b + 1]);
    const { final, outputs, confusion } = await trained({
      data: { train: { x, y }, test: { x, y } },
      training: { loss },
    });
    const targets = y.map((row) => row.map(Math.fround));
    const all = targets.flatMap((row, i) => row.map((target, o) => outputs[i][o] - target));
    const mean = [0, 1].map((o) => targets.reduce((sum, row) => sum + row[o], 0) / targets.length);
    const spread = targets.flat().reduce((sum, t, i) => sum + (t - mean[i % 2]) ** 2, 0);
    const mae = all.reduce((sum, r) => sum + Math.abs(r), 0) / all.length;
    const r2 = 1 - all.reduce((sum, r) => sum + r * r, 0) / spread;
    expect(final.metrics.mae!.train).toBeCloseTo(mae, 12);
    expect(final.metrics.r2!.train).toBeCloseTo(r2, 12);
    expect(final.metrics.r2!.test).toBe(final.metrics.r2!.train);
    expect(confusion).toBeUndefined();
  });
});
