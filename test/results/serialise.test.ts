import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/results/schema.js';
import { serialiseManifest, serialiseResults } from '../../src/results/serialise.js';
import { sampleManifest } from '../report/sample-manifest.js';
import { classResults } from './class-sample.js';
import { ASSIGNMENT, diverged, sampleResults } from './sample.js';

describe('serialiseResults', () => {
  it('loses nothing', () => {
    const results = sampleResults({ change: (run, at) => (at === 3 ? diverged(run) : run) });
    expect(JSON.parse(serialiseResults(results))).toEqual(results);
    const classes = classResults({ folds: 2, stops: () => 9 });
    expect(JSON.parse(serialiseResults(classes))).toEqual(classes);
  });

  it('writes a line per curve of a metric, per class and per row of a matrix', () => {
    const names = ['left', 'right'];
    const results = classResults({ classNames: names, seeds: 1, folds: 2, stops: () => 4 });
    const lines = serialiseResults(results).split('\n');
    const run = lines.findIndex((line) => line.includes('"status"'));
    const shown = lines.slice(run, run + 11).map((line) => line.replace(/\[[\d.,]+\]/, '[…]'));
    expect(shown.map((line) => line.trim().slice(0, 40))).toEqual([
      '{"variant":"4-2-2","seed":42,"fold":0,"d',
      '"epoch":[…],',
      '"train":[…],',
      '"validation":[…],',
      '"test":[…]},"metrics":{',
      '"accuracy":{"final":{"train":0.411313,"v',
      '"train":[…],',
      '"validation":[…],',
      '"test":[…]}}},"stopped":{"epoch":4,"kept',
      '[…],',
      '[…]]},',
    ]);
    expect(lines).toContainEqual(expect.stringMatching(/^ {6}\{"name":"left","precision":/));
  });

  it.each([
    sampleResults({ seeds: 2, epochs: 3 }),
    classResults({ classNames: ['a', 'b'], folds: 2, epochs: 3, stops: () => 2 }),
  ])('writes the keys in the order of the schema, whoever built the records', (results) => {
    const text = serialiseResults(results);
    expect(serialiseResults(backwards(results))).toBe(text);
    expect(Object.keys(JSON.parse(text))).toEqual(
      'schema name configHash config datasets networks variants runs aggregate observations'.split(
        ' ',
      ),
    );
  });

  it('writes a curve per line and ends with a newline', () => {
    const text = serialiseResults(
      sampleResults({ seeds: 1, epochs: 2, networks: ASSIGNMENT.slice(0, 1) }),
    );
    expect(text).toContain('\n      "epoch":[0,1,2],\n');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('keeps a field that the schema does not know yet', () => {
    const results = sampleResults({ seeds: 1 });
    const run = { ...results.runs[0], gap: 3 };
    const parsed = JSON.parse(serialiseResults({ ...results, runs: [run] }));
    expect(parsed.runs[0].gap).toBe(3);
  });

  it('writes null for a loss that is not finite', () => {
    const results = sampleResults({ seeds: 1 });
    const run = { ...results.runs[0], final: { train: Number.NaN, test: 1 } };
    expect(
      JSON.parse(serialiseResults({ ...results, runs: [run] })).runs[0].final.train,
    ).toBeNull();
  });
});

describe('serialiseManifest', () => {
  it('loses nothing, a trial per line', () => {
    const manifest = sampleManifest(sampleResults({ seeds: 2 }));
    const text = serialiseManifest(manifest);
    expect(JSON.parse(text)).toEqual(manifest);
    expect(text.split('\n').filter((line) => line.includes('"startMs"'))).toHaveLength(20);
  });
});

/** The same records with their keys in reverse; config, hyper and evidence are order as given. */
function backwards(results: Results): Results {
  const { config, variants, observations } = results;
  const reversed = deeplyReversed(results);
  return {
    ...reversed,
    config,
    variants: reversed.variants.map((record, at) => ({ ...record, hyper: variants[at].hyper })),
    observations: reversed.observations.map((record, at) => ({
      ...record,
      evidence: observations[at].evidence,
    })),
  };
}

function deeplyReversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(deeplyReversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, deeplyReversed(member)]);
  return Object.fromEntries(entries.reverse()) as T;
}
