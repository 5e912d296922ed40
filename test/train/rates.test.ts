/** Learning rates against the formulas of torch.optim.lr_scheduler, stepped once an epoch. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS, TRAINING_DEFAULTS } from '../../src/config/training-defaults.js';
import type { ScheduleConfig, TrainingConfig } from '../../src/config/types.js';
import { createRates } from '../../src/train/rates.js';

const LR = 0.3;

function training(schedule: ScheduleConfig, epochs = 12, warmup = 0): TrainingConfig {
  const optimizer = { ...OPTIMIZER_DEFAULTS.sgd, learningRate: LR };
  return { ...TRAINING_DEFAULTS, epochs, schedule, warmup, optimizer };
}

function ratesOf(schedule: ScheduleConfig, epochs = 12, warmup = 0): number[] {
  const rates = createRates(training(schedule, epochs, warmup));
  return Array.from({ length: epochs }, (_, epoch) => rates.of(epoch));
}

function expectClose(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  found.forEach((rate, i) => {
    expect(Math.abs(rate / expected[i] - 1), `epoch ${i}`).toBeLessThan(1e-14);
  });
}

const each = (epochs: number, rate: (epoch: number) => number) =>
  Array.from({ length: epochs }, (_, epoch) => rate(epoch));

describe('the learning rate of an epoch', () => {
  it('is constant', () => expect(ratesOf('constant')).toEqual(Array(12).fill(LR)));

  it('steps as StepLR', () => {
    const found = ratesOf({ name: 'step', every: 5, factor: 0.2 });
    expectClose(
      found,
      each(12, (e) => LR * 0.2 ** Math.floor(e / 5)),
    );
  });

  it('decays as ExponentialLR', () => {
    const found = ratesOf({ name: 'exponential', factor: 0.9 });
    expectClose(
      found,
      each(12, (e) => LR * 0.9 ** e),
    );
  });

  it('falls as CosineAnnealingLR over all epochs', () => {
    const found = ratesOf({ name: 'cosine', minimum: 0.05 });
    expectClose(
      found,
      each(12, (e) => 0.05 + ((LR - 0.05) * (1 + Math.cos((Math.PI * e) / 12))) / 2),
    );
  });

  it('rises linearly first, and the schedule counts from the end of that', () => {
    const found = ratesOf({ name: 'step', every: 2, factor: 0.5 }, 9, 4);
    const after = [1, 1, 0.5, 0.5, 0.25].map((factor) => factor * LR);
    expectClose(found, [LR / 4, LR / 2, (3 * LR) / 4, LR, ...after]);
  });

  it('never leaves 0 … LR, whatever the schedule', () => {
    const schedule = fc.oneof(
      fc.record({
        name: fc.constant('step' as const),
        every: fc.integer({ min: 1, max: 20 }),
        factor: fc.double({ min: 1e-3, max: 1, noNaN: true }),
      }),
      fc.record({
        name: fc.constant('cosine' as const),
        minimum: fc.double({ min: 0, max: LR, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(
        schedule,
        fc.integer({ min: 1, max: 300 }),
        fc.nat(300),
        (given, epochs, warmup) => {
          for (const rate of ratesOf(given, epochs, Math.min(warmup, epochs))) {
            expect(rate).toBeGreaterThanOrEqual(0);
            expect(rate).toBeLessThanOrEqual(LR * (1 + 1e-15));
          }
        },
      ),
    );
  });
});

describe('reduce on plateau', () => {
  /** ReduceLROnPlateau(mode='min', threshold_mode='abs', cooldown=0), as its source has it. */
  function torch(losses: readonly number[], factor: number, patience: number, threshold: number) {
    let [best, bad, lr] = [Number.POSITIVE_INFINITY, 0, LR];
    return losses.map((loss) => {
      if (loss < best - threshold) [best, bad] = [loss, 0];
      else bad++;
      if (bad > patience) [lr, bad] = [lr * factor, 0];
      return lr;
    });
  }

  it('follows ReduceLROnPlateau for any losses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 0.1),
        (losses, patience, minDelta) => {
          const schedule = { name: 'plateau', factor: 0.5, patience, minDelta } as const;
          const rates = createRates(training(schedule, losses.length + 1));
          const found = losses.map((loss, epoch) => {
            rates.observe(loss);
            return rates.of(epoch + 1);
          });
          expectClose(found, torch(losses, 0.5, patience, minDelta));
        },
      ),
    );
  });
});
