import { describe, expect, it } from 'vitest';
import { variantLabels } from '../../src/report/variant-labels.js';
import { ASSIGNMENT, sampleResults } from '../results/sample.js';
import { drawnResults, listResults, variedResults } from '../results/varied-sample.js';

const shown = (results: Parameters<typeof variantLabels>[0]) => {
  const { heads, of, isOrdered } = variantLabels(results);
  return { head: heads.join(', '), labels: [...of.values()], isOrdered };
};

describe('variantLabels', () => {
  it('are ids where networks alone vary', () => {
    const { head, labels, isOrdered } = shown(sampleResults({ seeds: 1 }));
    expect([head, labels[0], isOrdered]).toEqual(['network', '4-2-1', true]);
  });

  it('leave out the network where there is one', () => {
    const optimizers = variedResults({ variants: { grid: { optimizer: ['sgd', 'adam'] } } });
    expect(shown(optimizers)).toEqual({
      head: 'optimizer',
      labels: ['sgd', 'adam'],
      isOrdered: false,
    });
    expect(shown(listResults()).labels).toEqual(['none', 'L1', 'L2', 'dropout']);
  });

  it('have an order where only numbers vary', () => {
    const rates = variedResults({ variants: { grid: { learningRate: [0.01, 0.1] } } });
    expect(shown(rates)).toMatchObject({ labels: ['0.01', '0.1'], isOrdered: true });
  });

  it('say of a flag what it is', () => {
    const results = variedResults({ variants: { grid: { shuffle: [true, false] } } });
    expect(shown(results).labels).toEqual(['shuffle', 'no shuffle']);
  });

  it('say by the network what its id tells, and the rest once', () => {
    const { head, labels } = shown(drawnResults());
    expect(head).toBe('network, activation, learning rate');
    for (const label of labels) expect(label).toMatch(/^4-\d+-1, (relu|tanh|sigmoid), [\d.]+$/);
    const depths = variedResults({ variants: { grid: { depth: [1, 2] } } });
    expect(shown(depths)).toMatchObject({ head: 'network', labels: ['4-8-1', '4-8-8-1'] });
  });

  it('are whole ids where shorter ones would be alike', () => {
    const results = sampleResults({ seeds: 1, networks: ASSIGNMENT.slice(0, 4) });
    const ids = ['4-8-1 relu', '4-8-1 tanh', '4-8-1 relu', '4-8-1 tanh'];
    const variants = results.variants.map((variant, at) => ({
      ...variant,
      network: ids[at],
      hyper: { learningRate: at < 2 ? 0.01 : 0.1 },
    }));
    const config = { ...results.config, networks: { hidden: [[8], [8]] } };
    expect(shown({ ...results, config, variants }).labels).toEqual(
      [0.01, 0.1].flatMap((rate) => ['relu', 'tanh'].map((name) => `4-8-1 ${name}, ${rate}`)),
    );
  });
});
