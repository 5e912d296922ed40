import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/results/schema.js';
import { serialiseManifest, serialiseResults } from '../../src/results/serialise.js';
import { sampleManifest } from '../report/sample-manifest.js';
import { ASSIGNMENT, diverged, sampleResults } from './sample.js';

describe('serialiseResults', () => {
  it('loses nothing', () => {
    const results = sampleResults({ change: (run, at) => (at === 3 ? diverged(run) : run) });
    expect(JSON.parse(serialiseResults(results))).toEqual(results);
  });

  it('writes the keys in the order of the schema, whoever built the records', () => {
    const results = sampleResults({ seeds: 2, epochs: 3 });
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
  const flip = <T extends object>(record: T): T =>
    Object.fromEntries(Object.entries(record).reverse()) as T;
  return flip({
    ...results,
    datasets: results.datasets.map(flip),
    networks: results.networks.map((network) =>
      flip({ ...network, layers: network.layers.map(flip) }),
    ),
    variants: results.variants.map(flip),
    runs: results.runs.map((run) =>
      flip({ ...run, final: flip(run.final), history: flip(run.history) }),
    ),
    aggregate: results.aggregate.map((record) =>
      flip({ ...record, train: flip(record.train), test: flip(record.test) }),
    ),
    observations: results.observations.map(flip),
  });
}
