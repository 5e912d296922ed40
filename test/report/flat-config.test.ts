import { describe, expect, it } from 'vitest';
import { CONFIG_SHAPE } from '../../src/config/check.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { keyPaths } from '../../src/config/shape.js';
import { flatConfig } from '../../src/report/flat-config.js';

describe('flatConfig', () => {
  it('has a choice by its name, and its parameters beside it', () => {
    const flat = flatConfig(
      resolveConfig({
        networks: { hidden: [[8]], activation: { name: 'leaky-relu', slope: 0.1 } },
        training: {
          optimizer: { name: 'momentum', momentum: 0.5 },
          schedule: 'cosine',
          clip: 'none',
          earlyStopping: 'none',
        },
      }),
      0,
    );
    expect(Object.fromEntries(flat)).toMatchObject({
      'networks.activation': 'leaky-relu',
      'networks.activation.slope': 0.1,
      'networks.output.activation': 'linear',
      'training.optimizer': 'momentum',
      'training.optimizer.momentum': 0.5,
      'training.schedule': 'cosine',
      'training.schedule.minimum': 0,
      'training.clip': 'none',
      'training.earlyStopping': 'none',
      'data.kind': 'assignment',
    });
    expect(flat.has('networks.hidden')).toBe(false);
  });

  it('names the values of all layers where one has its own', () => {
    const config = resolveConfig({
      networks: {
        activation: { name: 'leaky-relu', slope: 0.1 },
        hidden: [[8], [4, { units: 2, activation: 'tanh', frozen: true }]],
      },
    });
    const own = flatConfig(config, 1);
    expect(own.get('networks.activation')).toBe('leaky-relu slope=0.1/tanh');
    expect(own.has('networks.activation.slope')).toBe(false);
    expect(own.get('networks.frozen')).toBe('false/true');
    expect(flatConfig(config, 0).get('networks.activation')).toBe('leaky-relu');
    expect(flatConfig(config, 0).has('networks.frozen')).toBe(false);
  });

  it('has files by name and lists as words', () => {
    const config = resolveConfig({
      data: { kind: 'csv', file: 'x.csv', target: ['a', 'b'], testFraction: 0.2 },
    });
    const data = { ...config.data, file: { name: 'x.csv', sha256: 'ab' } };
    const flat = flatConfig({ ...config, data } as unknown as typeof config, 0);
    expect(flat.get('data.file')).toBe('x.csv');
    expect(flat.get('data.target')).toBe('a b');
    expect(flat.get('data.ignore')).toBe('');
  });

  it('knows no key that the schema does not', () => {
    const known = keyPaths(CONFIG_SHAPE);
    const kinds = ['assignment', 'linear', 'spirals', 'blobs'] as const;
    for (const kind of kinds) {
      const config = resolveConfig({ data: { kind } });
      for (const path of flatConfig(config, 0).keys()) expect(known).toContain(path);
    }
  });
});
