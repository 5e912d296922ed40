import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame, type ProgressEvent } from '../../../src/cli/progress/frame.js';

const run = (variant: string, epoch: number) => ({
  variant,
  seed: 42,
  worker: 0,
  startMs: 0,
  epoch,
  epochs: 25,
  train: 0.0118,
  test: 98.04,
  history: { epoch: [], train: [], test: [] },
  metrics: {},
});

const event = (active: ReturnType<typeof run>[]): ProgressEvent => ({
  type: 'progress',
  ms: 500,
  active,
  finished: 3,
  runs: 100,
  done: 0.25,
  samples: 1e6,
});

test('a line for each running network, then the whole', () => {
  expect(frame(event([run('4-2000-1', 12), run('4-2-1', 25)]), 100, 24)).toEqual([
    '4-2000-1 seed 42  ███████████▌░░░░░░░░░░░░  12/25  train 0.0118   test 98.0',
    '4-2-1 seed 42     ████████████████████████  25/25  train 0.0118   test 98.0',
    '3/100 runs · 0.50 s · ETA 1.50 s · 2.00 M samples/s',
  ]);
});

test('the fold where there are folds, the accuracy where there is one and room for it', () => {
  const active = [{ ...run('4-8-3', 12), fold: 2, accuracy: 0.972 }];
  expect(frame(event(active), 100, 24)[0]).toBe(
    '4-8-3 seed 42 fold 2  ███████████▌░░░░░░░░░░░░  12/25  train 0.0118   test 98.0     97.2 %',
  );
  expect(frame(event(active), 64, 24)[0]).not.toContain('%');
});

test('many networks are abbreviated', () => {
  const many = Array.from({ length: 256 }, (_, i) => run(`4-${i}-1`, 1));
  const lines = frame(event(many), 80, 24);
  expect(lines).toHaveLength(18);
  expect(lines[16]).toBe('… and 240 more');
});

test('fits into any terminal', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 200 }),
      fc.integer({ min: 2, max: 60 }),
      fc.nat(40),
      (columns, rows, runs) => {
        const lines = frame(
          event(Array.from({ length: runs }, () => run('4-16-16-1', 3))),
          columns,
          rows,
        );
        expect(lines.length).toBeLessThan(rows);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      },
    ),
  );
});
