import { describe, expect, it } from 'vitest';
import { configDifferences } from '../../src/compare/config-differences.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { describeConfig } from '../../src/results/describe.js';

const described = (config: object) => describeConfig(resolveConfig(config));

describe('what differs between configs', () => {
  it('is nothing between equal ones, whatever they are called', () => {
    expect(configDifferences([described({ name: 'a' }), described({ name: 'b' })])).toEqual([]);
  });

  it('is each key, those first that all have', () => {
    const configs = [
      described({ training: { optimizer: { name: 'momentum', momentum: 0.8 } } }),
      described({ training: { optimizer: 'sgd', epochs: 7 } }),
      described({ training: { optimizer: 'sgd' }, networks: { hidden: [[], [8], [16, 16]] } }),
    ];
    const found = configDifferences(configs);
    const byPath = Object.fromEntries(found.map(({ path, values }) => [path, values]));
    expect(byPath['training.epochs']).toEqual(['25', '7', '25']);
    expect(byPath['training.optimizer.name']).toEqual(['momentum', 'sgd', 'sgd']);
    expect(byPath['training.optimizer.momentum']).toEqual(['0.8', null, null]);
    expect(byPath['networks.hidden'][2]).toBe('linear,8,16-16');
    const complete = found.map(({ values }) => !values.includes(null));
    expect(complete).toEqual([...complete].sort((a, b) => Number(b) - Number(a)));
  });

  it('of choices of which one has settings is the whole of them', () => {
    const configs = [
      described({ networks: { activation: 'relu' } }),
      described({ networks: { activation: { name: 'leaky-relu', slope: 0.3 } } }),
    ];
    expect(configDifferences(configs)).toEqual([
      { path: 'networks.activation', values: ['relu', '{"name":"leaky-relu","slope":0.3}'] },
    ]);
  });
});
