/**
 * `npm run test:mutation` in short: of a few seeded mutants nearly all are noticed. Some four in a
 * hundred cannot be (survivors.md); many more alive would mean that the tests have gone soft.
 */
import { expect, test } from 'vitest';
import { bytes } from '../kernels/cases/implementations.js';
import { judge } from './judge.js';
import { runMutants } from './run.js';
import { callsOf } from './suite.js';

const MUTANTS = 100;
const LEAST = 0.88;

test('the kernels themselves are not taken for a mutant', () => {
  expect(callsOf('gemm_nn').length).toBeGreaterThan(200);
  expect(judge(bytes, ['gemm_nn', 'gemm_tn_relu_backward', 'adam_update'])).toBeUndefined();
});

test('nearly every mutant is noticed', () => {
  const killed = runMutants(bytes, 7, MUTANTS).filter(({ wrong }) => wrong !== undefined);
  expect(killed.length).toBeGreaterThanOrEqual(LEAST * MUTANTS);
});
