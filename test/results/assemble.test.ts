import { describe, expect, it } from 'vitest';
import { assembleResults } from '../../src/results/assemble.js';
import { configHash } from '../../src/results/hash.js';
import { sampleParts } from './sample.js';

describe('assembleResults', () => {
  it('orders the runs by variant, then seed, however they come', () => {
    const parts = sampleParts({ seeds: 3 });
    const results = assembleResults(parts);
    const shuffled = assembleResults({ ...parts, runs: [...parts.runs].reverse() });
    expect(shuffled).toEqual(results);
    expect(results.runs.slice(0, 4).map(({ variant, seed }) => `${variant}/${seed}`)).toEqual([
      '4-2-1/42',
      '4-2-1/43',
      '4-2-1/44',
      '4-3-1/42',
    ]);
  });

  it('names the schema, the config and its hash', () => {
    const parts = sampleParts();
    expect(assembleResults(parts)).toMatchObject({
      schema: 'lanewise/results@1',
      name: 'assignment',
      config: parts.described,
      configHash: configHash(parts.described),
    });
  });

  it('refuses a run of an unknown variant', () => {
    const parts = sampleParts({ seeds: 1 });
    const stray = { ...parts.runs[0], variant: '9-9-9' };
    expect(() => assembleResults({ ...parts, runs: [stray] })).toThrow('9-9-9');
  });
});
