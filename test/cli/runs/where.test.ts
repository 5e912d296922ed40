import { describe, expect, test } from 'vitest';
import { type Condition, meets, readConditions } from '../../../src/cli/runs/where.js';
import type { Problem } from '../../../src/config/problem.js';
import { resolveConfig } from '../../../src/config/resolve.js';
import { describeConfig } from '../../../src/results/describe.js';
import { sampleRecord } from './sample-record.js';

const read = (...texts: string[]) => {
  const problems: Problem[] = [];
  const conditions: Condition[] = readConditions(texts, problems);
  return { conditions, messages: problems.map(({ message }) => message) };
};
const recordWith = (config: object) => ({
  ...sampleRecord(),
  config: describeConfig(resolveConfig(config)),
});
const matches = (config: object, ...texts: string[]) => {
  const { conditions, messages } = read(...texts);
  expect(messages).toEqual([]);
  return meets(recordWith(config), conditions);
};

describe('conditions', () => {
  test.each([
    ['optimizer=adam', { key: 'optimizer', operator: '=', value: 'adam' }],
    ['learning-rate <= 1e-3', { key: 'learning-rate', operator: '<=', value: 0.001 }],
    ['verdict!=no-peak', { key: 'verdict', operator: '!=', value: 'no-peak' }],
    ['name=a=b', { key: 'name', operator: '=', value: 'a=b' }],
    ['date>2026-01-01', { key: 'date', operator: '>', value: '2026-01-01' }],
  ])('%s', (text, condition) => {
    expect(read(text)).toEqual({ conditions: [condition], messages: [] });
  });

  test('say all that is wrong', () => {
    expect(read('adam', 'optmizer=adam', 'lerning-rate=1', 'tset<1', 'test<low', 'rate=1')).toEqual(
      {
        conditions: [],
        messages: [
          'found "adam", expected KEY=VALUE, or != < <= > >= in place of =',
          expect.stringMatching(/^found unknown "optmizer", .*; did you mean optimizer\?$/),
          expect.stringMatching(/; did you mean learningRate\?$/),
          expect.stringMatching(/; did you mean test\?$/),
          'found "test<low", expected a number after <',
          expect.stringMatching(/^found unknown "rate"/),
        ],
      },
    );
  });
});

describe('a run', () => {
  const SGD = { training: { optimizer: { name: 'sgd', learningRate: 0.1 } } };

  test.each([
    ['optimizer=sgd', true],
    ['optimizer=adam', false],
    ['optimizer!=adam', true],
    ['learningRate=0.1', true],
    ['learning-rate=0.10', true],
    ['optimizer.learningRate<0.1', false],
    ['training.optimizer.learning-rate<=0.1', true],
    ['activation=relu', true],
    ['shuffle=false', true],
    ['batch-size>=100', true],
    ['kind=assignment', true],
    ['data.train=500', true],
    ['width=2000', true],
    ['width=4', false],
    ['depth=1', true],
    ['depth>1', false],
    ['seed=42', true],
    ['momentum=0.9', false],
    ['momentum!=0.9', false],
    ['schedule=constant', true],
    ['l2=0', true],
  ])('%s: %s', (text, expected) => {
    expect(matches(SGD, text)).toBe(expected);
  });

  test('must meet them all', () => {
    expect(matches(SGD, 'optimizer=sgd', 'width=2')).toBe(true);
    expect(matches(SGD, 'optimizer=sgd', 'width=4')).toBe(false);
    expect(matches(SGD)).toBe(true);
  });

  test('that varies a key meets them by one of its settings', () => {
    const varied = {
      variants: {
        list: [
          { optimizer: 'adam', learningRate: 0.001 },
          { optimizer: 'sgd', learningRate: 0.1 },
        ],
        grid: { width: [4, 16] },
      },
    };
    expect(matches(varied, 'optimizer=adam')).toBe(true);
    expect(matches(varied, 'optimizer=adam', 'learningRate=0.001', 'width=16')).toBe(true);
    expect(matches(varied, 'optimizer=adam', 'learningRate=0.1')).toBe(false);
    expect(matches(varied, 'width=8')).toBe(false);
  });

  test('is searched by what the list says of it', () => {
    const record = sampleRecord({ folder: 'mine', time: '2026-03-01T14:05:06.789Z' });
    const by = (text: string) => meets(record, read(text).conditions);
    expect(by('run=mine')).toBe(true);
    expect(by(`hash=${record.configHash}`)).toBe(true);
    expect(by(`test<${record.best!.test! + 1}`)).toBe(true);
    expect(by(`test<${record.best!.test!}`)).toBe(false);
    expect(by('accuracy>0')).toBe(false);
    expect(by('date>2026-03-01')).toBe(true);
    expect(by('date>2026-03-02')).toBe(false);
    expect(by('seeds=2')).toBe(true);
    expect(by('verdict=too-few')).toBe(true);
  });

  test('whose variants cannot be read is searched by the rest', () => {
    const { conditions } = read('optimizer=adam');
    const broken = { ...recordWith({}).config, variants: { grid: 7 } };
    expect(meets({ ...sampleRecord(), config: broken }, conditions)).toBe(true);
    expect(meets({ ...sampleRecord(), config: { data: null } }, conditions)).toBe(false);
  });
});
