import { describe, expect, it } from 'vitest';
import { ASSIGNMENT_DATA } from '../../src/config/data-defaults.js';
import type { Observation, Results } from '../../src/results/schema.js';
import { diverged, failed, type SampleNetwork, sampleResults } from './sample.js';

function text(results: Results, kind: string): string {
  return all(results, kind)
    .map((observation) => observation.text)
    .join('\n');
}

function all(results: Results, kind: string): Observation[] {
  return results.observations.filter((observation) => observation.kind === kind);
}

function networks(...errors: [hidden: number, train: number, test: number][]): SampleNetwork[] {
  return errors.map(([hidden, train, test]) => ({ hidden: [hidden], train, test }));
}

const PEAK = networks([2, 1, 10], [8, 0.0001, 40], [50, 0.00001, 8]);

describe('observations of the default sweep', () => {
  const results = sampleResults();

  it('say what was trained and that it finished', () => {
    expect(text(results, 'trained')).toBe(
      '10 networks with 13 to 12,001 parameters (4-2-1 to 4-2000-1), 10 seeds each: ' +
        '100 runs of 25 epochs with Adam (learning rate 0.01) ' +
        'on 500 training and 50 test samples.',
    );
    expect(text(results, 'outcome')).toBe('All 100 runs finished.');
  });

  it('say what happens with size, and which network is best', () => {
    expect(text(results, 'size')).toMatch(
      /training error falls at every step from 1\.01 to 0\.0119/,
    );
    expect(text(results, 'best')).toContain('98.6 (4-2000-1)');
  });

  it('set each network against each reference, and carry the lines for figures', () => {
    expect(text(results, 'versus-constant')).toContain('on the test set by all 10 networks');
    expect(text(results, 'versus-linear')).toContain('7 of 10 networks (all but 4-2-1, 4-3-1 and');
    expect(text(results, 'versus-tangent')).toContain('on the test set by no network');
    expect(all(results, 'versus-linear')[0].evidence.networks).toHaveLength(10);
    expect(all(results, 'reference')[0].evidence).toMatchObject({
      constant: { train: 3.05, test: 380 },
      tangent: { train: 0.01 },
    });
  });

  it('say that nothing interpolated and no double descent was observed', () => {
    expect(text(results, 'interpolation')).toMatch(
      /^No network interpolates: .* above 0\.001, 0\.1 ×/,
    );
    expect(text(results, 'double-descent')).toMatch(
      /^Double descent: not observed\. No network interpolated, so the regime .* 10 seeds\)\.$/,
    );
    expect(all(results, 'one-seed')).toEqual([]);
  });
});

describe('what did not go well', () => {
  it('names diverged and failed runs, the latter by reason', () => {
    const change = (run: Results['runs'][number], at: number) =>
      at < 2 ? diverged(run) : at === 15 ? failed(run) : run;
    const results = sampleResults({ change });
    expect(text(results, 'outcome')).toBe(
      '97 of 100 runs finished; 2 diverged (4-2-1 seed 42 and 4-2-1 seed 43); ' +
        '1 failed (the worker ran out of memory: 4-3-1 seed 47).',
    );
    expect(all(results, 'outcome')[0].evidence.failed).toEqual([
      { variant: '4-3-1', seed: 47, reason: 'the worker ran out of memory' },
    ]);
  });

  it('claims nothing when no run finished', () => {
    const results = sampleResults({ change: failed });
    expect(results.observations.map(({ kind }) => kind)).toEqual([
      'trained',
      'outcome',
      'reference',
      'double-descent',
    ]);
    expect(text(results, 'double-descent')).toBe(
      'Double descent: inconclusive. Needs at least 5 seeds and 5 sizes, found 0 sizes that can be ' +
        'judged. Left out, because a run has no error above 0: 4-2-1, 4-3-1, 4-5-1, 4-8-1, 4-20-1 ' +
        'and 5 more.',
    );
  });
});

describe('few seeds', () => {
  it('say that one seed proves nothing', () => {
    expect(text(sampleResults({ seeds: 1 }), 'one-seed')).toMatch(/^One seed proves nothing/);
  });

  it('say so too when only one seed is left', () => {
    const change = (run: Results['runs'][number]) => (run.seed === 42 ? run : diverged(run));
    expect(text(sampleResults({ change }), 'one-seed')).toContain('one seed proves nothing');
  });
});

describe('other data', () => {
  it('without noise takes the variance of the targets as yardstick', () => {
    const data = { ...ASSIGNMENT_DATA, noiseVariance: 0 };
    expect(text(sampleResults({ data, networks: PEAK }), 'interpolation')).toContain(
      'at most 0.00305, 0.001 × the variance of the training targets',
    );
  });

  it('without references makes no comparison', () => {
    const kinds = sampleResults({ references: [] }).observations.map(({ kind }) => kind);
    expect(kinds.filter((kind) => /reference|versus/.test(kind))).toEqual([]);
  });

  it('without a tangent has two references', () => {
    const references = [
      { dataset: 'd', constant: { train: 1, test: 1 }, linear: { train: 1, test: 1 } },
    ];
    const kinds = sampleResults({ references }).observations.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('versus'))).toEqual([
      'versus-constant',
      'versus-linear',
    ]);
  });
});
