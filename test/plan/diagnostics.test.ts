import { describe, expect, it } from 'vitest';
import { allSwitches } from '../../src/config/diagnostics.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { diagnosesTrials, diagnosticProblems } from '../../src/plan/diagnostics.js';
import { trialMilliseconds } from '../../src/plan/flops.js';
import { planSweep } from '../../src/plan/plan.js';

const planOf = (trainRows: number, outputs: number, hidden: number[], jacobian = true) => {
  const config = resolveConfig({
    networks: { hidden: [hidden, [1]] },
    seeds: 2,
    diagnostics: { jacobian },
  });
  const shape = { inputs: 3, outputs, trainRows, validationRows: 0, testRows: 5 };
  return planSweep(config, [{ seed: 42, shape }]);
};

describe('diagnosticProblems', () => {
  it('takes 2,000 rows of the Jacobian, and no more', () => {
    expect(diagnosticProblems(planOf(2000, 1, [4]))).toEqual([]);
    expect(diagnosticProblems(planOf(1000, 2, [4]))).toEqual([]);
    expect(diagnosticProblems(planOf(2001, 1, [4]))).toEqual([
      {
        where: 'diagnostics.jacobian',
        message:
          'found 2,001 training rows, expected at most 2,000: leave it out, or train on fewer rows',
      },
    ]);
    const [problem] = diagnosticProblems(planOf(1001, 2, [4]));
    expect(problem.message).toContain('found 1,001 training rows × 2 outputs');
  });

  it('takes as many numbers as a worker has room for', () => {
    expect(diagnosticProblems(planOf(1000, 1, [16_000]))).toEqual([]);
    const [problem] = diagnosticProblems(planOf(1000, 1, [17_000]));
    expect(problem.message).toContain('found 34,005,000 numbers for 3-17000-1');
  });

  it('has nothing to say where the Jacobian is not asked for', () => {
    expect(diagnosticProblems(planOf(9999, 9, [4], false))).toEqual([]);
  });
});

it('measures trials where their parameters are asked for', () => {
  expect(diagnosesTrials(undefined)).toBe(false);
  expect(diagnosesTrials(allSwitches({ gap: true, references: false }))).toBe(false);
  expect(diagnosesTrials(allSwitches({ norm: true }))).toBe(true);
  expect(diagnosesTrials(allSwitches({ jacobian: true }))).toBe(true);
});

it('counts the Jacobian into the time of a trial', () => {
  const { variants, trials, datasets, diagnostics } = planOf(500, 1, [200]);
  const of = (switches: typeof diagnostics) =>
    trialMilliseconds(variants[0], trials[0], datasets[0], 'wasm', switches);
  expect(of(diagnostics)).toBeGreaterThan(of(allSwitches({ norm: true })) + 100);
  expect(of(allSwitches({ norm: true }))).toBe(of(undefined));
});
