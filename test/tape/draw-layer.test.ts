import { describe, expect, it } from 'vitest';
import { INIT_DEFAULTS } from '../../src/config/training-defaults.js';
import type { InitConfig } from '../../src/config/types.js';
import { type DrawSettings, drawLayer } from '../../src/entries/tape.js';
import { trainNetwork } from '../../src/entries/train.js';
import { BACKENDS, kernels, tapes } from './support.js';

const INITS = [
  ...(Object.keys(INIT_DEFAULTS) as InitConfig[]),
  { name: 'uniform', bound: 0.3 },
  { name: 'normal', deviation: 0.2 },
] as const;

const frozen = (units: number) => ({ units, frozen: true });

describe.each(BACKENDS)('drawLayer, %s', (backend) => {
  const tape = tapes[backend];

  it.each(INITS.map((each) => [JSON.stringify(each), each] as const))(
    'draws what the trainer draws by %s',
    async (_, init) => {
      const initial = await trainNetwork({
        kernels: kernels[backend],
        network: { hidden: [frozen(7), frozen(5)], init, output: { frozen: true } },
        data: { train: { x: [[1, 2, 3]], y: [[0]] } },
        training: { epochs: 1, batchSize: 1 },
        seed: 9,
      });
      [3, 7, 5].forEach((inputs, layer) => {
        const units = [7, 5, 1][layer];
        const { weights, bias } = drawLayer(tape, inputs, units, { init, seed: 9, layer });
        expect(weights.toRows()).toEqual(initial.weights[layer]);
        expect(bias.read()).toEqual(initial.biases[layer]);
      });
    },
  );

  it('has the seed and the distribution of a sweep where nothing is said', () => {
    const [a, b] = [
      drawLayer(tape, 3, 4),
      drawLayer(tape, 3, 4, { init: 'torch', seed: 42, layer: 0 }),
    ];
    expect(a.weights.read()).toEqual(b.weights.read());
    expect(drawLayer(tape, 3, 4, { layer: 1 }).weights.read()).not.toEqual(a.weights.read());
  });
});

describe('drawLayer refuses', () => {
  it.each<[number, number, object, string]>([
    [0, 4, {}, 'drawLayer: found inputs 0, expected a whole number from 1'],
    [3, 1.5, {}, 'drawLayer: found units 1.5, expected a whole number from 1'],
    [3, 4, { layer: -1 }, 'drawLayer: found layer -1, expected a whole number from 0'],
    [3, 4, { seed: -1 }, 'drawLayer: seed: found -1, expected a whole number from 0'],
    [3, 4, { init: 'he' }, 'drawLayer: init: found "he", expected torch, glorot-uniform'],
    [
      3,
      4,
      { sed: 1 },
      'drawLayer: found unknown key "sed", expected init, seed or layer; did you mean seed?',
    ],
  ])('%d inputs, %d units, %o', (inputs, units, settings, message) => {
    expect(() => drawLayer(tapes.wasm, inputs, units, settings as DrawSettings)).toThrow(message);
  });
});
