import { describe, expect, it } from 'vitest';
import { resultsCsv } from '../../src/report/csv.js';
import { variantsCsv } from '../../src/report/variants-csv.js';
import type { Results } from '../../src/results/schema.js';
import { serialiseResults } from '../../src/results/serialise.js';
import { spread } from '../../src/stats/spread.js';
import { diagnosedResults } from './diagnosed-sample.js';
import { diverged, failed } from './sample.js';

const told = ({ observations }: Results, kind: string) =>
  observations.filter((each) => each.kind === kind).map(({ text }) => text);

describe('diagnostics of a variant', () => {
  it('are spreads over its finished runs', () => {
    const results = diagnosedResults({
      seeds: 4,
      change: (run, at) => (at === 1 ? diverged(run) : at === 2 ? failed(run) : run),
    });
    const [first] = results.aggregate;
    const own = results.runs.slice(0, 4).filter(({ status }) => status === 'done');
    expect(own).toHaveLength(2);
    const of = (name: 'weightNorm' | 'effectiveParameters') =>
      spread(own.map(({ diagnostics }) => diagnostics![name]!));
    expect(first.diagnostics!.weightNorm).toEqual(of('weightNorm'));
    expect(first.diagnostics!.effectiveParameters).toEqual(of('effectiveParameters'));
    expect(first.diagnostics!.gap).toEqual(
      spread(own.map(({ final }) => final.test! - final.train!)),
    );
    expect(first.diagnostics!.eigenvalueRatio!.high).toBeCloseTo(4 / 200, 12);
  });

  it('are those that were asked for', () => {
    const results = diagnosedResults({ diagnostics: { gap: true }, split: false });
    expect(Object.keys(results.aggregate[0].diagnostics!)).toEqual(['gap']);
    const none = diagnosedResults({ diagnostics: {}, split: false });
    expect(none.aggregate[0].diagnostics).toBeUndefined();
    expect(told(none, 'gap')).toEqual([]);
  });
});

describe('what is said of diagnostics', () => {
  const results = diagnosedResults();

  it('names where effective parameters reach the rows, as measured and as counted', () => {
    expect(told(results, 'effective-parameters')).toEqual([
      'Effective parameters, the rank of the Jacobian on the training rows: the median reaches 60, ' +
        'training rows × outputs, from 4-12-1 (73 parameters) on; by count (parameters less one a ' +
        'ReLU unit) from 4-12-1 (73 parameters) on, 11.8 units.',
    ]);
    const { evidence } = results.observations.find(({ kind }) => kind === 'effective-parameters')!;
    expect(evidence).toMatchObject({
      threshold: '4-12-1',
      predicted: '4-12-1',
      predictedUnits: 59 / 5,
    });
  });

  it('says so where they never do', () => {
    const small = diagnosedResults({
      networks: [4, 8].map((h) => ({ hidden: [h], train: 1, test: 1 })),
    });
    expect(told(small, 'effective-parameters')[0]).toContain(
      'the median stays below 60, training rows × outputs (21.0 at 4-8-1 (49 parameters)); by count ' +
        '(parameters less one a ReLU unit) beyond these sizes, 11.8 units.',
    );
  });

  it('predicts nothing where layers are frozen', () => {
    const frozen = diagnosedResults({ frozen: true });
    expect(told(frozen, 'effective-parameters')[0]).toMatch(/from 4-12-1 \(73 parameters\) on\.$/);
    const { evidence } = frozen.observations.find(({ kind }) => kind === 'effective-parameters')!;
    expect(evidence).not.toHaveProperty('predicted');
  });

  it('names extremes of gap, norm, eigenvalues, bias and variance', () => {
    expect(told(results, 'gap')[0]).toMatch(
      /^The median gap between test and training error is lowest, [\d.]+ at 4-2-1 .* and highest, [\d.]+ at 4-12-1 /,
    );
    expect(told(results, 'weight-norm')[0]).toContain(
      'highest, 12.0 at 4-400-1 (2,401 parameters)',
    );
    expect(told(results, 'eigenvalue-ratio')[0]).toContain('is lowest, 5.00e-8 at 4-11-1');
    expect(told(results, 'bias-variance')).toEqual([
      'At 1,000 test values that all seeds have in common the variance over the seeds is highest, 2.30 ' +
        'at 4-12-1 (73 parameters), and lowest, 0.400 at 4-2-1 (13 parameters); the squared bias is ' +
        'highest, 0.900 at 4-2-1 (13 parameters), and lowest, -0.0100 at 4-11-1 (67 parameters).',
    ]);
  });

  it('says why an error is not split', () => {
    const [text] = told(diagnosedResults({ split: false, seeds: 1 }), 'bias-variance');
    expect(text).toBe('Bias and variance over the seeds: not measured: there is one seed.');
    const lost = diagnosedResults({ split: false, change: failed });
    expect(told(lost, 'bias-variance')[0]).toContain('no network has two finished runs');
  });
});

describe('tables', () => {
  const results = diagnosedResults({ seeds: 2 });
  const rows = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));

  it('have a column for each diagnostic', () => {
    const [head, first] = rows(resultsCsv(results));
    const columns = [
      'gap',
      'weight_norm',
      'parameter_norm',
      'effective_parameters',
      'eigenvalue_ratio',
    ];
    expect(head.slice(-5)).toEqual(columns);
    const [run] = results.runs;
    expect(Number(first[head.indexOf('gap')])).toBe(run.final.test! - run.final.train!);
    expect(Number(first[head.indexOf('weight_norm')])).toBe(run.diagnostics!.weightNorm);
    const [variantHead, variant] = rows(variantsCsv(results));
    expect(variantHead.slice(-7)).toEqual([
      ...columns.map((name) => `${name}_median`),
      'squared_bias',
      'variance',
    ]);
    expect(variant.slice(-2).map(Number)).toEqual([0.9, 0.4]);
  });

  it('have none where none was asked for', () => {
    const plain = diagnosedResults({ diagnostics: {}, split: false });
    expect(resultsCsv(plain)).not.toContain('norm');
    expect(variantsCsv(plain)).not.toContain('norm');
  });
});

it('results.json holds them, keys in one order', () => {
  const results = diagnosedResults({ seeds: 2 });
  const text = serialiseResults(results);
  expect(JSON.parse(text)).toEqual(results);
  expect(text).toContain('"diagnostics":{"weightNorm":');
  expect(text).toContain('"biasVariance":{"squaredBias":0.9,"variance":0.4,');
});
