import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse.js';
import { InputError } from '../../../src/config/problem.js';
import { resolveConfig, resolveLayers } from '../../../src/config/resolve.js';
import { toYaml } from '../../../src/config/to-yaml.js';
import { settingsOf } from '../../../src/config/variants/settings.js';

const resolve = (variants: unknown, rest: object = {}) => resolveConfig({ variants, ...rest });
const settings = (variants: unknown, rest: object = {}) => settingsOf(resolve(variants, rest));
const hypers = (variants: unknown, rest: object = {}) =>
  settings(variants, rest).map(({ hyper }) => hyper);

function problems(variants: unknown, rest: object = {}): string[] {
  try {
    resolve(variants, rest);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split('\n');
  }
  return [];
}

test('nothing varies: one setting, the config itself', () => {
  const config = resolveConfig();
  expect(settingsOf(config)).toEqual([{ hyper: {}, config }]);
});

describe('grid', () => {
  test('every combination, the last axis fastest, sections before their keys', () => {
    const grid = { learningRate: [0.1, 0.2], optimizer: ['sgd', 'adam'] };
    expect(hypers({ grid })).toEqual([
      { optimizer: 'sgd', learningRate: 0.1 },
      { optimizer: 'sgd', learningRate: 0.2 },
      { optimizer: 'adam', learningRate: 0.1 },
      { optimizer: 'adam', learningRate: 0.2 },
    ]);
    const optimizers = settings({ grid }).map(({ config }) => config.training.optimizer);
    expect(optimizers[1]).toEqual({
      ...{ name: 'sgd', learningRate: 0.2, weightDecay: 0, decayBiases: true },
    });
    expect(optimizers[2]).toMatchObject({ name: 'adam', learningRate: 0.1, beta2: 0.999 });
  });

  test('ranges: equal ratios or distances, ends exact, whole where the key is', () => {
    const values = (axis: object, name = 'learningRate') =>
      hypers({ grid: { [name]: axis } }).map((hyper) => hyper[name]);
    expect(values({ from: 1e-4, to: 1, points: 5 })).toEqual([1e-4, 1e-3, 1e-2, 0.1, 1]);
    expect(values({ from: 1e-4, to: 1, points: 9 })[1]).toBe(0.0003162);
    expect(values({ from: 0, to: 0.5, points: 3 }, 'dropout')).toEqual([0, 0.25, 0.5]);
    expect(values({ from: 1, to: 64, points: 4 }, 'batchSize')).toEqual([1, 4, 16, 64]);
    expect(values({ from: 1, to: 3, points: 7 }, 'batchSize')).toEqual([1, 2, 3]);
    expect(values({ from: 10, to: 20, scale: 'linear' }, 'batchSize')).toEqual([
      10, 13, 15, 18, 20,
    ]);
  });

  test('an optimizer keeps what the config says of it; another takes its own defaults', () => {
    const training = { optimizer: { name: 'adam', learningRate: 0.003 } };
    const rates = settings({ grid: { optimizer: ['sgd', 'adam'] } }, { training }).map(
      ({ config }) => config.training.optimizer.learningRate,
    );
    expect(rates).toEqual([0.01, 0.003]);
  });

  test('maps are called by their name, or in full where names are equal', () => {
    const one = { name: 'step', every: 5, factor: 0.5 };
    const word = (schedule: unknown[]) => hypers({ grid: { schedule } }).map((h) => h.schedule);
    expect(word(['constant', one])).toEqual(['constant', 'step']);
    expect(word([one, { ...one, every: 9 }])).toEqual([
      'step every=5 factor=0.5',
      'step every=9 factor=0.5',
    ]);
  });

  test('data varies as well', () => {
    const grid = { noiseVariance: [0, 1], train: [100, 200] };
    expect(settings({ grid }).map(({ config: { data } }) => data)).toMatchObject([
      { kind: 'assignment', noiseVariance: 0, train: 100 },
      { noiseVariance: 0, train: 200 },
      { noiseVariance: 1, train: 100 },
      { noiseVariance: 1, train: 200 },
    ]);
  });

  test('what is the same everywhere is not told', () => {
    expect(hypers({ grid: { l2: [0.1], batchSize: [10, 20] } })).toEqual([
      { batchSize: 10 },
      { batchSize: 20 },
    ]);
  });
});

describe('shapes', () => {
  const shapes = (grid: object, hidden?: unknown) =>
    settings({ grid }, hidden ? { networks: { hidden } } : {}).map(
      ({ config }) => config.networks.hidden,
    );

  test('begin with one layer where no network is given', () => {
    expect(shapes({ width: [4, 8] })).toEqual([[[4]], [[8]]]);
    expect(shapes({ depth: [0, 1, 3] })).toEqual([[[]], [[16]], [[16, 16, 16]]]);
    expect(shapes({ depth: [1, 2], width: [3, 5] })).toEqual([[[3]], [[5]], [[3, 3]], [[5, 5]]]);
  });

  test('keep what layers say for themselves, and repeat the last', () => {
    const layer = { units: 9, activation: 'tanh' };
    expect(shapes({ depth: [3], width: [2] }, [[4, layer]])).toEqual([
      [[2, { units: 2, activation: 'tanh' }, { units: 2, activation: 'tanh' }]],
    ]);
  });

  test('parameters are left to whoever knows the inputs', () => {
    const all = settings({ grid: { params: [100, 1000] } });
    expect(all.map(({ params }) => params)).toEqual([100, 1000]);
  });
});

describe('list', () => {
  test('settings that go together, by label', () => {
    const list = [{ label: 'plain' }, { l1: 0.01 }, { dropout: 0.5, l2: 1 }];
    const all = settings({ list });
    expect(all.map(({ hyper }) => hyper.setting)).toEqual(['plain', 'l1=0.01', 'dropout=0.5 l2=1']);
    expect(all[2].config).toMatchObject({
      networks: { dropout: 0.5 },
      training: { penalty: { l1: 0, l2: 1 } },
    });
  });

  test('times the grid', () => {
    const variants = { list: [{ label: 'a' }, { label: 'b', l2: 1 }], grid: { batchSize: [5, 6] } };
    expect(hypers(variants).map((hyper) => Object.values(hyper).join())).toEqual([
      'a,5',
      'a,6',
      'b,5',
      'b,6',
    ]);
  });
});

describe('random', () => {
  const over = { learningRate: { from: 1e-4, to: 1 }, width: { from: 4, to: 256 } };

  test('a pure function of its seed; the first draws stay when there are more', () => {
    const draw = (samples: number, seed?: number) => hypers({ random: { samples, seed, over } });
    expect(draw(5)).toEqual(draw(9).slice(0, 5));
    expect(draw(5, 42)).toEqual(draw(5));
    expect(draw(5, 43)).not.toEqual(draw(5));
  });

  test('fills the range evenly in its scale', () => {
    const all = hypers({ random: { samples: 2000, over } });
    const rates = all.map(({ learningRate }) => Math.log10(learningRate as number));
    for (const decade of [-4, -3, -2, -1]) {
      const share = rates.filter((rate) => rate >= decade && rate < decade + 1).length / 2000;
      expect(share).toBeCloseTo(0.25, 1);
    }
    const widths = all.map(({ width }) => width as number);
    expect(widths.every((width) => Number.isInteger(width) && width >= 4 && width <= 256)).toBe(
      true,
    );
  });

  test('chooses from lists; equal draws are trained once', () => {
    const all = hypers({ random: { samples: 50, over: { activation: ['relu', 'tanh'] } } });
    expect(all.map(({ activation }) => activation).sort()).toEqual(['relu', 'tanh']);
  });
});

describe('one spelling', () => {
  test.each<[object]>([
    [{ grid: { 'learning-rate': [0.1, 1], optimizer: [{ name: 'sgd' }, 'adam'] } }],
    [{ list: [{ l1: 1 }, { label: 'x', penalty: { l2: 1 } }] }],
    [{ random: { over: { width: { from: 2, to: 9 } } } }],
  ])('%j comes back equal, from code and from YAML', async (variants) => {
    const config = resolve(variants);
    expect(resolveConfig(config)).toEqual(config);
    const layer = await parseConfig(toYaml(config), 'x.yaml');
    expect(resolveLayers([layer])).toEqual({ config, problems: [] });
  });

  test('long and short names, and any order, are one config', () => {
    const short = resolve({ grid: { l2: [0, 1], learningRate: [0.1] } });
    const long = resolve({
      grid: { 'training.optimizer.learningRate': [0.1], 'training.penalty.l2': [0, 1] },
    });
    expect(JSON.stringify(long)).toBe(JSON.stringify(short));
  });
});

describe('bad input, all in one pass', () => {
  test.each<[object, string[]]>([
    [
      { grid: { lerningRate: [1], patience: [1], hidden: [[2]], seeds: [1] } },
      [
        'variants.grid: found unknown "lerningRate", expected a hyper-parameter such as learningRate, batchSize or width; did you mean learningRate?',
        'variants.grid: found "patience", expected training.schedule.patience or training.earlyStopping.patience',
        'variants.grid: found "hidden", which is the same in all variants',
        'variants.grid: found "seeds", expected it at the top: seeds: 10',
      ],
    ],
    [
      { grid: { momentum: [0.9], width: [0, 2.5], batchSize: [10, 501] } },
      [
        'variants.grid.width[0]: found 0, expected a whole number from 1 to 1,000,000',
        'variants.grid.width[1]: found 2.5, expected a whole number from 1 to 1,000,000',
        'variants.grid.momentum[0]: found momentum with optimizer adam, expected it only with optimizer momentum, nesterov or rmsprop',
        'variants.grid.batchSize[1]: found batch size 501 for 500 training samples, expected at most 500',
      ],
    ],
    [
      { grid: { learningRate: { from: 1, to: 0.1 }, dropout: { from: 0, to: 0.5, scale: 'log' } } },
      [
        'variants.grid.dropout.from: found from 0 with scale log, expected more than 0, or scale: linear',
        'variants.grid.learningRate: found from 1 to 0.1, expected from below to',
      ],
    ],
    [
      { grid: { l2: [1], 'training.penalty.l2': [2] }, random: { over: { l2: [3] } } },
      [
        'variants.grid.training.penalty.l2: found training.penalty.l2 twice, expected it once',
        'variants.random.over.l2: found training.penalty.l2, which the grid sets too, expected it in one of them',
      ],
    ],
    [
      { list: [{ label: 'a' }, { label: 'a', l2: 1 }] },
      ['variants.list[1].label: found label "a" again (it is entry 1), expected another'],
    ],
    [
      { grid: 5, x: 1 },
      [
        'variants: found unknown key "x", expected list, grid or random; did you mean data.x?',
        'variants.grid: found 5, expected a map of axes',
      ],
    ],
    [
      {
        grid: { lerningRate: [1] },
        random: { samples: 0, over: { momentum: { from: 1, to: 0 } } },
      },
      [
        'variants.grid: found unknown "lerningRate", expected a hyper-parameter such as learningRate, batchSize or width; did you mean learningRate?',
        'variants.random.samples: found 0, expected a whole number from 1 to 10,000',
        'variants.random.over.momentum: found from 1 to 0, expected from below to',
      ],
    ],
  ])('%j', (variants, messages) => {
    expect(problems(variants).sort()).toEqual([...messages].sort());
  });

  test('too many combinations are counted, not made', () => {
    const many = Array.from({ length: 1000 }, (_, i) => i + 1);
    const grid = { batchSize: many.slice(0, 400), learningRate: many, l2: many };
    expect(problems({ grid })).toEqual([
      'variants: found 400,000,000 combinations, expected at most 10,000',
    ]);
  });

  test('a key that varies is judged by the values that it takes', () => {
    expect(problems({ grid: { batchSize: [5] } }, { training: { batchSize: 9999 } })).toEqual([]);
    expect(problems({ grid: { epochs: [20, 100] } }, { training: { warmup: 50 } })).toEqual([
      'training.warmup: found 50, expected at most the 20 epochs',
    ]);
  });

  test('whatever stands there, it is a problem or a config', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (variants) => {
        try {
          settingsOf(resolve(variants));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
