import { describe, expect, it } from 'vitest';
import { renderFiles } from '../../src/report/index.js';
import {
  droppedNotes,
  isRepeated,
  seedWords,
  unfinishedNotes,
  unfinishedWords,
} from '../../src/report/words.js';
import { classResults } from '../results/class-sample.js';
import { sampleResults } from '../results/sample.js';
import { literalResults } from './literal.js';
import { sampleManifest } from './sample-manifest.js';

describe('words of figures', () => {
  it('name a lone seed and count several', () => {
    expect(seedWords(sampleResults())).toBe('10 seeds');
    expect(seedWords(sampleResults({ seeds: 1 }))).toBe('seed 42');
    expect(seedWords(classResults({ seeds: 1, folds: 5 }))).toBe('5 folds of seed 42');
    expect(seedWords(classResults({ seeds: 3, folds: 5 }))).toBe('3 seeds of 5 folds');
    expect(isRepeated(classResults({ seeds: 1, folds: 5 }))).toBe(true);
    expect(isRepeated(sampleResults({ seeds: 1 }))).toBe(false);
  });

  it('say what is not drawn', () => {
    expect(droppedNotes(0)).toEqual([]);
    expect(droppedNotes(1)).toEqual(['1 value of zero or less is not on the logarithmic axis.']);
    expect(unfinishedNotes(literalResults())).toEqual([
      'Not in medians and bands: 1 of 6 diverged (4-8-1 seed 43).',
    ]);
    expect(unfinishedNotes(sampleResults())).toEqual([]);
  });

  it('count unfinished runs by status', () => {
    const { runs } = literalResults();
    const unfinished = [
      { ...runs[0], status: 'diverged' as const },
      { ...runs[1], status: 'diverged' as const },
      { ...runs[2], status: 'failed' as const },
    ];
    expect(unfinishedWords(unfinished, 10)).toBe('2 of 10 diverged, 1 failed');
    expect(unfinishedWords([], 10)).toBe('');
  });
});

it('names the loss that was trained, in every figure of losses and in the summary', () => {
  const results = sampleResults();
  const training = { ...(results.config.training as object), loss: 'softmax-cross-entropy' };
  const files = renderFiles(
    { ...results, config: { ...results.config, training } },
    sampleManifest(results),
  );
  for (const name of ['loss-curves', 'loss-panels', 'error-vs-params']) {
    expect(files.get(`figures/${name}.svg`)).toContain('cross-entropy');
    expect(files.get(`figures/${name}.svg`)).not.toContain('MSE');
  }
  expect(files.get('summary.md')).toContain('Loss (cross-entropy)');
});
