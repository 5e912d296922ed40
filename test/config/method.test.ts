import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import { resolveConfig } from '../../src/config/resolve.js';
import type { SweepInput } from '../../src/events.js';
import { rateSweep } from '../../src/rate-range.js';

const problemsOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems.map(({ where, message }) => `${where ?? ''}${message}`);
  }
  return [];
};
const solved = (training: object = {}, rest: SweepInput = {}) =>
  resolveConfig({ ...rest, training: { method: 'least-squares', ...training } });

describe('least-squares', () => {
  test('has one epoch, and no use for the batch size', () => {
    expect(solved().training).toMatchObject({ method: 'least-squares', epochs: 1 });
    expect(solved({}, { data: { kind: 'linear', train: 20 } }).training.batchSize).toBe(100);
  });

  test.each([
    [{ epochs: 2 }, {}, '2 epochs', '1: it solves at once'],
    [{ loss: 'huber' }, {}, 'the loss huber', 'mse or half-sse'],
    [{ penalty: { l2: 0.1 } }, {}, 'penalties', 'none: it has no steps'],
    [{ clip: 'norm' }, {}, 'clipping', 'none: it has no steps'],
    [{ augmentation: { noise: 0.1 } }, {}, 'augmentation', 'none: it has no steps'],
    [{ earlyStopping: { monitor: 'train' } }, {}, 'early stopping', 'none: it has no steps'],
    [{}, { networks: { dropout: 0.5 } }, 'dropout', 'none: it has no steps'],
    [{}, { networks: { hidden: [[{ units: 3, dropout: 0.1 }]] } }, 'dropout', 'none: it has'],
    [{}, { networks: { output: { activation: 'sigmoid' } } }, 'sigmoid', 'linear'],
    [{}, { networks: { output: { frozen: true } } }, 'a frozen output layer', 'one that is solved'],
  ])('%j %j is refused', (training, rest, found, expected) => {
    const problems = problemsOf(() => solved(training, rest as SweepInput));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(
      `found ${found} with the method least-squares, expected ${expected}`,
    );
  });

  test('has no learning rate to look for', () => {
    expect(problemsOf(() => rateSweep(solved()))).toEqual([
      'training.methodfound least-squares, expected gradient: there is no learning rate',
    ]);
  });

  test('the usual method is not spelled out', () => {
    expect(resolveConfig({ training: { method: 'gradient' as never } })).toEqual(resolveConfig());
  });
});

describe('batchSize: full', () => {
  test('fits any data, and stays a word', () => {
    const config = resolveConfig({
      data: { kind: 'linear', train: 7 },
      training: { batchSize: 'full' },
    });
    expect(config.training.batchSize).toBe('full');
  });

  test('other words are refused', () => {
    expect(problemsOf(() => resolveConfig({ training: { batchSize: 'all' as never } }))).toEqual([
      'training.batchSize: found "all", expected a whole number from 1 to 100,000,000 or full',
    ]);
  });
});

describe('generated data', () => {
  test('tested outside says nothing', () => {
    const data = { kind: 'assignment', testRange: 'outside' } as never;
    expect(resolveConfig({ data })).toEqual(resolveConfig());
    const inside = { kind: 'assignment', testRange: 'inside' } as never;
    expect(resolveConfig({ data: inside }).data).toMatchObject({ testRange: 'inside' });
  });

  test.each([
    [[], 'found [], expected a whole number'],
    [[{ count: 3, deviation: 1 }], 'signal'],
    [[{ count: 0, deviation: 1, signal: 1 }], 'inputs'],
    ['many', 'found "many", expected a whole number from 1 to 1,000,000, or groups such as'],
  ])('inputs %j are refused', (inputs, message) => {
    const problems = problemsOf(() => resolveConfig({ data: { kind: 'linear', inputs } as never }));
    expect(problems.join('\n')).toContain(message);
  });
});
