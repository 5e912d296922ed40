import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse.js';
import { formatProblem, InputError } from '../../src/config/problem.js';
import { resolveLayers } from '../../src/config/resolve.js';

async function problems(text: string, name = 'c.yaml'): Promise<string[]> {
  try {
    return resolveLayers([await parseConfig(text, name)]).problems.map(formatProblem);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split('\n');
  }
}

describe('places in YAML', () => {
  test.each<[string, string[]]>([
    ['seeds: 0\n', ['c.yaml:1:8: seeds: found 0, expected a whole number from 1 to 1,000,000']],
    [
      'seeds: 1\ntraining:\n  epochs: .nan\n  lose: mse\n',
      [
        'c.yaml:3:11: training.epochs: found NaN, expected a whole number from 1 to 10,000,000',
        'c.yaml:4:3: training: found unknown key "lose", expected method, epochs, batchSize, shuffle, loss, optimizer, schedule, warmup, penalty, clip, earlyStopping or augmentation; did you mean loss?',
      ],
    ],
    [
      'networks:\n  hidden: [[2], [3, 0]]\n',
      ['c.yaml:2:21: networks.hidden[1][1]: found 0, expected a whole number from 1 to 1,000,000'],
    ],
    ['__proto__: 1\n', ['c.yaml:1:1: found key "__proto__", which is not allowed']],
    ['data: { kind: csv }\n', ['c.yaml:1:7: data.file: found no file, expected one']],
    [
      'data: { train: 20 }\n',
      [
        'c.yaml:1:16: data.train: found batch size 100 for 20 training samples, expected at most 20',
      ],
    ],
    ['- 1\n', ['c.yaml:1:1: found [1], expected a map such as { seeds: 10 }']],
    ['seeds:\n', ['c.yaml:1:7: seeds: found nothing, expected a whole number from 1 to 1,000,000']],
    [
      'a: &x { epochs: 0 }\ntraining: *x\n',
      [
        'c.yaml:1:1: found unknown key "a", expected name, seed, seeds, data, networks, training, evaluate, variants or diagnostics',
        'c.yaml:1:17: training.epochs: found 0, expected a whole number from 1 to 10,000,000',
      ],
    ],
  ])('%j', async (text, expected) => {
    expect(await problems(text)).toEqual(expected);
  });
});

describe('malformed YAML is one line with a place', () => {
  test.each<[string, RegExp]>([
    ['a: [1, 2\nb: 3\n', /^c\.yaml:2:1: malformed YAML: .+$/],
    ['\tseeds: 1\n', /^c\.yaml:1:1: malformed YAML: .+$/],
    ['seeds: 1\nseeds: 2\n', /^c\.yaml:2:1: malformed YAML: Map keys must be unique$/],
    ['seeds: !!python/object 1\n', /^c\.yaml:1:8: malformed YAML: Unresolved tag/],
    ['seeds: *x\n', /^c\.yaml:1:1: malformed YAML: Unresolved alias/],
    ['a: 1\n---\nb: 1\n', /^c\.yaml:2:1: malformed YAML: .+$/],
    [`a: ${'['.repeat(20_000)}`, /^c\.yaml:\d+:\d+: malformed YAML: .+$/],
    ['', /^c\.yaml: found an empty config/],
    ['# nothing\n', /^c\.yaml: found an empty config/],
  ])('%#', async (text, expected) => {
    const found = await problems(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  test('exploding aliases', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`);
    expect((await problems(lines.join('\n')))[0]).toMatch(/malformed YAML: .*alias/);
  });
});

test('a .json file is strict', async () => {
  expect(await problems('seeds: 1\n', 'c.json')).toEqual([
    'c.json:1:1: found "seeds", expected a value',
  ]);
  expect(await problems('{\n\t"seeds": 0\n}\n', 'C.JSON')).toEqual([
    'C.JSON:2:11: seeds: found 0, expected a whole number from 1 to 1,000,000',
  ]);
});

test('$schema is for editors', async () => {
  expect(await problems('{"$schema": "x.json"}', 'c.json')).toEqual([]);
  expect(await problems('$schema: 1\n')).toHaveLength(1);
});

test('any text gives a config or problems, one line each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.boolean(), async (text, json) => {
      for (const line of await problems(text, json ? 'c.json' : 'c.yaml')) {
        expect(line).toMatch(/^c\.(json|yaml)(:\d+:\d+)?: [^\p{Cc}]+$/u);
      }
    }),
  );
});
