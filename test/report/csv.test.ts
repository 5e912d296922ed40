import { describe, expect, it } from 'vitest';
import { curvesCsv, resultsCsv } from '../../src/report/csv.js';
import { ASSIGNMENT, failed, sampleResults } from '../results/sample.js';
import { literalResults } from './literal.js';

describe('curves.csv', () => {
  it('has a row per run and epoch, empty where a loss is not finite', () => {
    const lines = curvesCsv(literalResults()).split('\n');
    expect(lines[0]).toBe('variant,seed,epoch,train,test');
    expect(lines[1]).toBe('4-2-1,42,0,3.1,380');
    expect(lines).toContain('4-8-1,43,2,,');
    expect(lines).toHaveLength(1 + 6 * 4 + 1);
    expect(lines.at(-1)).toBe('');
  });
});

describe('results.csv', () => {
  it('has a row per run', () => {
    const results = sampleResults({
      seeds: 2,
      networks: ASSIGNMENT.slice(0, 1),
      change: (run) => (run.seed === 43 ? failed(run) : run),
    });
    const { train, test } = results.runs[0].final;
    expect(resultsCsv(results)).toBe(
      'variant,network,params,seed,status,train,test\n' +
        `4-2-1,4-2-1,13,42,done,${train},${test}\n` +
        '4-2-1,4-2-1,13,43,failed,,\n',
    );
  });

  it('has a column per hyper-parameter and quotes what needs it', () => {
    const results = literalResults();
    const variants = results.variants.map((variant, at) => ({
      ...variant,
      hyper: at === 0 ? { 'learning,rate': 0.1, note: 'a "b"' } : { 'learning,rate': 1e-7 },
    }));
    const lines = resultsCsv({ ...results, variants }).split('\n');
    expect(lines[0]).toBe('variant,network,params,seed,status,train,test,"learning,rate",note');
    expect(lines[1]).toBe('4-2-1,4-2-1,13,42,done,1.1,280,0.1,"a ""b"""');
    expect(lines[3]).toBe('4-8-1,4-8-1,49,42,done,0.6,250,1e-7,');
  });
});
