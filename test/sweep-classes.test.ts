import { expect, test } from 'vitest';
import { sweep } from '../src/sweep.js';

const circle = (count: number, from: number) => {
  const angles = Array.from({ length: count }, (_, i) => 2.4 * (i + from));
  return {
    x: angles.map((a, i) => [Math.cos(a) * (1 + (i % 3)), Math.sin(a) * (1 + (i % 3))]),
    y: angles.map((_, i) => [i % 3]),
  };
};

test.each(['sigmoid', 'tanh'] as const)('%s networks learn to tell three rings', async (name) => {
  const { outcome } = sweep(
    {
      data: { kind: 'arrays', train: circle(150, 0), test: circle(30, 7) },
      seeds: 1,
      networks: { hidden: [[16]], activation: name },
      training: {
        loss: 'softmax-cross-entropy',
        epochs: 150,
        batchSize: 30,
        optimizer: { name: 'adam', learningRate: 0.02 },
      },
    },
    { threads: 1 },
  );
  const { results } = await outcome;
  expect(results.networks[0].id).toBe('2-16-3');
  const { train } = results.runs[0].history;
  expect(train[0]).toBeGreaterThan(0.9);
  expect(train.at(-1)).toBeLessThan(0.2);
});

test('classes need data that names them', async () => {
  const { outcome } = sweep({ training: { loss: 'softmax-cross-entropy' } });
  await expect(outcome).rejects.toThrow('found softmax-cross-entropy for data without classes');
});
