import { describe, expect, it } from 'vitest';
import type { DataConfig, SweepConfig } from '../../src/config/types.js';
import { canonicalJson } from '../../src/results/canonical.js';
import { describeConfig } from '../../src/results/describe.js';
import { sampleParts } from './sample.js';

function withData(data: DataConfig): SweepConfig {
  return { ...sampleParts().config, data };
}

const CSV: DataConfig = {
  kind: 'csv',
  file: { path: '/home/ada/wine.csv' },
  target: -1,
  header: 'auto',
  vary: 'seed',
};
const FILES = new Map([
  ['/home/ada/wine.csv', { name: 'wine.csv', sha256: 'aa' }],
  ['/home/ada/held-out.csv', { name: 'held-out.csv', sha256: 'bb' }],
]);

describe('describeConfig', () => {
  it('holds the whole config of generated data', () => {
    const { config } = sampleParts();
    expect(describeConfig(config)).toEqual(config);
  });

  it('does not depend on the order in which the config was written', () => {
    const { config } = sampleParts();
    const backwards = Object.fromEntries(Object.entries(config).reverse()) as unknown;
    expect(JSON.stringify(describeConfig(backwards as SweepConfig))).toBe(
      JSON.stringify(describeConfig(config)),
    );
    expect(JSON.stringify(describeConfig(config))).toBe(canonicalJson(config));
  });

  it('names files without their folders', () => {
    const data = { ...CSV, testFile: { path: '/home/ada/held-out.csv' } } as DataConfig;
    expect(describeConfig(withData(data), FILES).data).toEqual({
      ...CSV,
      file: { name: 'wine.csv', sha256: 'aa' },
      testFile: { name: 'held-out.csv', sha256: 'bb' },
    });
    expect(canonicalJson(describeConfig(withData(data), FILES))).not.toContain('/home');
  });

  it('has no test file where there is a fraction', () => {
    const described = describeConfig(withData({ ...CSV, testFraction: 0.2 } as DataConfig), FILES);
    expect(described.data).not.toHaveProperty('testFile');
    expect(described.data).toHaveProperty('testFraction', 0.2);
  });

  it('holds the hash of rows in memory, not the rows', () => {
    const samples = { x: [[1]], y: [[2]] };
    const config = withData({ kind: 'arrays', train: samples, test: samples });
    expect(describeConfig(config, new Map(), 'cc').data).toEqual({ kind: 'arrays', sha256: 'cc' });
  });

  it('refuses to describe content whose hash is missing', () => {
    expect(() => describeConfig(withData(CSV))).toThrow('wine.csv');
    const samples = { x: [[1]], y: [[2]] };
    expect(() =>
      describeConfig(withData({ kind: 'arrays', train: samples, test: samples })),
    ).toThrow('SHA-256');
  });
});
