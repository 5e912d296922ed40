import { describe, expect, test } from 'vitest';
import { initialProblems } from '../../src/model/initial.js';
import type { ModelRecord } from '../../src/model/record.js';
import { networkOf, type Style } from '../variant.js';

function modelOf(hidden: number[], more: Partial<ModelRecord> = {}): ModelRecord {
  const { inputs, layers } = networkOf(4, hidden, 2);
  return {
    network: {
      inputs,
      layers: layers.map(({ units, activation, params, bias }) => ({
        units,
        activation,
        params,
        bias,
      })),
    },
    ...{ weights: [], biases: [], answer: { kind: 'numbers' }, origin: {} },
    ...more,
  };
}

const variant = (inputs: number, hidden: number[], style?: Style) => ({
  network: networkOf(inputs, hidden, 2, style),
});
const lines = (model: ModelRecord, ...[variants, data]: [object[], object[]?]) =>
  initialProblems(model, 'm', variants as never, (data ?? []) as never).map(
    ({ where, message }) => `${where}: ${message}`,
  );

describe('networks that start from a model', () => {
  test('are as wide, whatever their activation', () => {
    const model = modelOf([8, 3]);
    expect(lines(model, [variant(4, [8, 3]), variant(4, [8, 3], { activation: 'tanh' })])).toEqual(
      [],
    );
    expect(
      lines(model, [variant(4, [8]), variant(4, [8, 3]), variant(5, [8, 3]), variant(4, [8])]),
    ).toEqual([
      'networks.hidden: found 4-8-2, expected 4-8-3-2 as in m',
      'networks.hidden: found 5-8-3-2, expected 4-8-3-2 as in m',
    ]);
  });

  test('have the biases that it has; more start from 0', () => {
    expect(lines(modelOf([8]), [variant(4, [8], { bias: false })])).toEqual([
      'networks.hidden: found 4-8-2 without biases in layer 1, expected some as in m',
    ]);
    const bare = modelOf([8]);
    const layers = bare.network.layers.map((layer) => ({ ...layer, bias: false }));
    expect(lines({ ...bare, network: { ...bare.network, layers } }, [variant(4, [8])])).toEqual([]);
  });
});

describe('inputs of networks that start from a model are scaled in the same way', () => {
  const scale = { shift: [0, 0, 0, 0], unit: [1, 1, 1, 1] };
  const all = [{ scaling: 'none' }, { scaling: 'standard' }, { scaling: 'minmax' }];
  test.each<[string, Partial<ModelRecord>, string[]]>([
    ['none', {}, ['standard', 'minmax']],
    ['standard', { scale, origin: { data: { scaling: 'standard' } } }, ['none', 'minmax']],
    [
      'minmax',
      { scale, origin: { config: { data: { scaling: 'minmax' } } } },
      ['none', 'standard'],
    ],
    ['standard or minmax', { scale }, ['none']],
    ['standard or minmax', { scale, origin: { data: 3, config: [] } }, ['none']],
  ])('%s', (expected, more, refused) => {
    expect(lines(modelOf([8], more), [], all)).toEqual(
      refused.map((found) => `data.scaling: found ${found}, expected ${expected} as in m`),
    );
  });
});
