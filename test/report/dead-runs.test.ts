import { describe, expect, test } from 'vitest';
import { aggregateCsv } from '../../src/report/aggregate-csv.js';
import { deadRuns } from '../../src/report/dead-runs.js';
import { renderFiles } from '../../src/report/index.js';
import { recordedLines } from '../../src/results/reference-lines.js';
import type { RunRecord } from '../../src/results/schema.js';
import { sampleResults } from '../results/sample.js';

const constant = recordedLines(sampleResults().observations).constant!.train!;
const died = (run: RunRecord): RunRecord => ({
  ...run,
  final: { ...run.final, train: constant } as RunRecord['final'],
});
const results = sampleResults({
  seeds: 4,
  change: (run, index) => {
    if (index === 1 || index === 2) return died(run);
    return index === 3 ? { ...died(run), status: 'diverged' } : run;
  },
});

describe('dead runs', () => {
  test('finished, and are no better than the constant predictor', () => {
    expect(results.runs.map(deadRuns(results)).slice(0, 5)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  test('are none where no constant predictor is known', () => {
    const unknown = { ...results, observations: [] };
    expect(results.runs.filter(deadRuns(unknown))).toEqual([]);
  });

  test('are counted beside medians: summary, page, aggregate.csv', () => {
    const files = renderFiles(results);
    expect(files.get('summary.md')).toContain('| 3 of 4, 2 dead |');
    expect(files.get('report.html')).toMatch(/3 of 4[\s\S]{1,80}2 dead/);
    const [head, first] = aggregateCsv(results).split('\n');
    const column = head.split(',').indexOf('dead');
    expect(first.split(',')[column]).toBe('2');
  });
});
