import { expect, test } from 'vitest';
import { resolveConfig } from '../src/config/resolve.js';
import { learningRateRange, rateSweep } from '../src/rate-range.js';

test('the rates of a linear target by full-batch descent: stable below 2 / λmax', async () => {
  // y = 3x, x = ±1, no bias: loss (w − 3)², gradient 2(w − 3); stable for rates below 1.
  const rows = { x: [[1], [-1]], y: [[3], [-3]] };
  const [found] = await learningRateRange(
    {
      data: { kind: 'arrays', train: rows, test: rows },
      networks: { hidden: [[]], output: { activation: 'linear', bias: false, frozen: false } },
      training: { batchSize: 2, optimizer: 'sgd' },
    },
    { from: 0.01, to: 10, points: 31, epochs: 3 },
    { threads: 1 },
  );
  expect(found.points).toHaveLength(31);
  expect(found.best).toBeCloseTo(0.5, 1);
  expect(found.usable!.to).toBeLessThan(1);
  expect(found.usable!.to).toBeGreaterThan(0.7);
});

test('tries the network, not the schedule of its training', () => {
  const config = resolveConfig({
    data: { validationFraction: 0.2 },
    training: { epochs: 90, schedule: 'cosine', warmup: 9, earlyStopping: { patience: 3 } },
  });
  expect(rateSweep(config).training).toMatchObject({
    ...{ epochs: 5, schedule: 'constant', warmup: 0, earlyStopping: 'none' },
  });
});

test('a config with variants is refused', async () => {
  const input = { variants: { grid: { l2: [0, 1] } } };
  await expect(learningRateRange(input)).rejects.toThrow('variants: found variants, expected none');
});
