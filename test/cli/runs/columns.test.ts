import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, type ColumnName, shownColumns, sorted } from '../../../src/cli/runs/columns.js';
import { classResults } from '../../results/class-sample.js';
import { diverged, sampleResults } from '../../results/sample.js';
import { sampleRecord } from './sample-record.js';

const named = (folder: string) => `${folder}-01234567`;

test('columns stand there where they say something', () => {
  const plain = sampleRecord();
  const usual = { ...plain, folder: `${plain.name}-${plain.configHash}` };
  const always = ['run', 'date', 'networks', 'seeds', 'best', 'params', 'train', 'test', 'verdict'];
  expect(shownColumns([usual])).toEqual(always);
  expect(shownColumns([usual, plain])).toContain('hash');
  expect(shownColumns([sampleRecord({}, classResults({ seeds: 2 }))])).toContain('accuracy');
  const results = sampleResults({
    seeds: 2,
    change: (run, at) => (at === 0 ? diverged(run) : run),
  });
  const open = sampleRecord({}, results);
  expect(shownColumns([open])).toContain('finished');
  expect(COLUMNS.finished.write(open)).toBe('19 of 20');
});

test('cells are short, and a dash where there is nothing', () => {
  const record = sampleRecord();
  expect(COLUMNS.date.write(record)).toBe('2026-03-01 14:05');
  expect(COLUMNS.verdict.write({ ...record, verdicts: [] })).toBe('–');
  const two = [
    { curve: 'a', code: 'no-peak' as const },
    { curve: 'b', code: 'no-peak' as const },
    { curve: 'c', code: 'observed' as const },
  ];
  expect(COLUMNS.verdict.write({ ...record, verdicts: two })).toBe('no-peak, observed');
  expect(COLUMNS.duration.write({ ...record, duration: null })).toBe('–');
  expect(COLUMNS.duration.write({ ...record, duration: 1234 })).toBe('1.23 s');
  expect(COLUMNS.best.write({ ...record, best: null })).toBe('–');
});

test('the best or latest comes first, what has no value last, equals in their order', () => {
  const run = (test: number | null, at: number) => {
    const record = sampleRecord({ folder: named(String(at)) });
    const best = test === null ? null : { ...record.best!, test, accuracy: test };
    return { record: { ...record, best }, at };
  };
  const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(value), fc.boolean(), (tests, reverse) => {
      const runs = tests.map(run);
      const order = sorted(runs, 'test', reverse);
      const kept = order.filter(({ record }) => record.best !== null);
      expect(order.slice(kept.length).every(({ record }) => record.best === null)).toBe(true);
      kept.forEach(({ record, at }, i) => {
        const next = kept[i + 1];
        if (next === undefined) return;
        const step = next.record.best!.test! - record.best!.test!;
        expect((reverse ? -1 : 1) * step).toBeGreaterThanOrEqual(0);
        if (step === 0) expect(at).toBeLessThan(next.at);
      });
    }),
  );
  const first = (name: ColumnName) => sorted([run(1, 0), run(3, 1)], name, false)[0].at;
  expect([first('test'), first('accuracy'), first('run')]).toEqual([0, 1, 0]);
});
