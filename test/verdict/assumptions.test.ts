import { expect, it } from 'vitest';
import { assumptions } from '../../src/verdict/assumptions.js';

const sweep = { params: [], test: [], train: [] };

it.each([
  [{ labelVariance: 1, noiseVariance: 0 }, []],
  [{ labelVariance: 1, noiseVariance: 0.5 }, []],
  [{ labelVariance: 1 }, [/^The variance of the noise is not known: .* 0\.001 × the variance of/]],
  [
    { noiseVariance: 0.5 },
    [/^The variance of the labels is not known: no size counts as untrained/],
  ],
  [{}, [/^The variance of the labels/, /the largest median training error stands for it/]],
  [{ noiseVariance: 0 }, [/^The variance of the labels/, /the largest median training error/]],
])('with %j', (variances, expected) => {
  const found = assumptions({ ...sweep, ...variances });
  expect(found).toHaveLength(expected.length);
  for (const [i, pattern] of expected.entries()) expect(found[i]).toMatch(pattern);
});
