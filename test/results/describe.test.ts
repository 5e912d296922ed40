import { describe, expect, it } from 'vitest';
import { DATA_DEFAULTS } from '../../src/config/data-defaults.js';
import type { DataConfig, Samples, SweepConfig } from '../../src/config/types.js';
import { canonicalJson } from '../../src/results/canonical.js';
import { describeConfig } from '../../src/results/describe.js';
import { sampleParts } from './sample.js';

function withData(data: DataConfig): SweepConfig {
  return { ...sampleParts().config, data };
}

const CSV = {
  ...DATA_DEFAULTS.csv,
  file: { path: '/home/ada/wine.csv' },
  vary: 'seed',
} as unknown as DataConfig;
const arrays = (samples: Samples) =>
  ({
    ...DATA_DEFAULTS.arrays,
    train: samples,
    test: samples,
    vary: 'none',
  }) as unknown as DataConfig;
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
    const config = withData(arrays(samples));
    expect(describeConfig(config, new Map(), 'cc').data).toEqual({
      ...DATA_DEFAULTS.arrays,
      vary: 'none',
      sha256: 'cc',
    });
  });

  it('names every file of its kind', () => {
    const files = { x: { path: '/home/ada/wine.csv' }, y: { path: '/home/ada/held-out.csv' } };
    const data = { ...DATA_DEFAULTS.npy, ...files, folds: 5, vary: 'seed' };
    expect(describeConfig(withData(data as unknown as DataConfig), FILES).data).toEqual({
      ...data,
      x: { name: 'wine.csv', sha256: 'aa' },
      y: { name: 'held-out.csv', sha256: 'bb' },
    });
  });

  it('refuses to describe content whose hash is missing', () => {
    expect(() => describeConfig(withData(CSV))).toThrow('wine.csv');
    const samples = { x: [[1]], y: [[2]] };
    expect(() => describeConfig(withData(arrays(samples)))).toThrow('SHA-256');
  });
});
