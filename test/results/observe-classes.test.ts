import { describe, expect, it } from 'vitest';
import type { SweepConfig } from '../../src/config/types.js';
import { assembleResults } from '../../src/results/assemble.js';
import { lossNoun } from '../../src/results/loss-noun.js';
import type { Results } from '../../src/results/schema.js';
import { classResults } from './class-sample.js';
import { sampleParts, sampleResults } from './sample.js';

const NAMES = ['setosa', 'virginica'];

function text({ observations }: Results, kind: string): string | undefined {
  return observations.find((observation) => observation.kind === kind)?.text;
}

describe('observations on classes', () => {
  const results = classResults({ classNames: NAMES });

  it('name the network with the best validation accuracy, beside the most frequent class', () => {
    expect(text(results, 'accuracy')).toMatch(
      /^By its median validation accuracy the best network is 4-32-2: test \S+ %, validation \S+ %, training \S+ %\. Always naming the most frequent class: test 37\.5 %, training 40\.0 %\.$/,
    );
    expect(text(results, 'best')).toContain('the lowest median validation loss');
    expect(text(results, 'trained')).toContain('120 training, 20 validation and 20 test samples');
  });

  it('go by the test rows where there are no others', () => {
    expect(text(classResults({ classNames: NAMES, validation: false }), 'accuracy')).toMatch(
      /^By its median test accuracy the best network is 4-32-2: test \S+ %, training \S+ %\./,
    );
  });

  it('call a loss a loss', () => {
    for (const { text } of results.observations) expect(text).not.toContain('error');
  });

  it('call a squared error a loss, too, where an error would be a wrong answer', () => {
    const config = { ...results.config, training: { loss: 'mse' } };
    expect(lossNoun({ ...results, config })).toBe('loss');
    expect(lossNoun(sampleResults({ seeds: 1 }))).toBe('error');
  });

  it('say that a network interpolates when it answers all training samples rightly', () => {
    expect(text(results, 'interpolation')).toMatch(
      /^No network interpolates: the highest median training accuracy, \S+ % \(4-32-2\), is below 100 %\.$/,
    );
    const perfect = classResults({
      change: (run) => {
        const accuracy = run.metrics.accuracy!;
        return run.variant === '4-8-3'
          ? { ...run, metrics: { accuracy: { ...accuracy, final: { train: 1, test: 0.9 } } } }
          : run;
      },
    });
    expect(text(perfect, 'interpolation')).toBe(
      '4-8-3 interpolates: the median training accuracy is 100 %.',
    );
  });
});

it('early stopping: how many runs, and which epochs are kept', () => {
  const stops = (network: number, seed: number) => (network === 2 ? 20 : 7 + (seed % 3));
  expect(text(classResults({ stops }), 'stopping')).toBe(
    '6 of 9 runs stopped early; the parameters that are kept are those of epoch 6 of 20 ' +
      '(median, 4 to 17).',
  );
  expect(text(classResults({ stops, monitor: 'train' }), 'stopping')).toMatch(
    / of 20 \(median, 4 to 17\), the best by the training loss\.$/,
  );
  expect(text(classResults({ stops }), 'trained')).toContain('9 runs of at most 20 epochs');
  expect(text(classResults({ stops: () => 20 }), 'stopping')).toMatch(/^No run stopped early; /);
  expect(text(classResults(), 'stopping')).toBeUndefined();
});

it('folds: how many, and means over them', () => {
  const results = classResults({ seeds: 1, folds: 5 });
  expect(text(results, 'trained')).toContain('1 seed of 5 folds each: 15 runs');
  expect(text(results, 'accuracy')).toContain('By its mean validation accuracy');
  expect(text(results, 'accuracy')).toContain('most frequent class: test 37.5 %');
  expect(text(results, 'one-seed')).toMatch(/^All folds are those of one seed/);
  const interrupted = classResults({
    ...{ seeds: 1, folds: 5 },
    change: (run, at) => (at === 3 ? { ...run, status: 'interrupted' } : run),
  });
  expect(text(interrupted, 'outcome')).toContain('1 interrupted (4-2-3 seed 42 fold 3)');
});

describe('observations on quantities by another loss', () => {
  function trainedBy(loss: SweepConfig['training']['loss']): Results {
    const parts = sampleParts();
    const described = { ...parts.described, training: { ...parts.config.training, loss } };
    const references =
      loss === 'l1' ? parts.references : parts.references.map(({ dataset }) => ({ dataset }));
    return assembleResults({ ...parts, described, references });
  }

  it('take no noise variance for a yardstick of absolute errors', () => {
    expect(text(trainedBy('l1'), 'interpolation')).toContain(
      "is above 0.00305, 0.001 × the constant predictor's loss",
    );
    expect(text(trainedBy('l1'), 'reference')).toContain('least-squares fit 0.638');
    expect(text(trainedBy('l1'), 'mae')).toBeUndefined();
    expect(text(trainedBy('l1'), 'r2')).toBeDefined();
  });

  it('take the noise variance as it is in half the sum of squares', () => {
    // 0.1 × 0.01 over 500 samples, halved.
    expect(text(trainedBy('half-sse'), 'interpolation')).toContain(
      'is at most 0.25, 0.1 × the noise variance, summed over the samples and halved',
    );
  });

  it('claim nothing without a yardstick', () => {
    const results = trainedBy({ name: 'huber', delta: 1 });
    expect(text(results, 'interpolation')).toBeUndefined();
    expect(text(results, 'reference')).toBeUndefined();
    expect(text(results, 'double-descent')).not.toContain('nterpolat');
  });
});
