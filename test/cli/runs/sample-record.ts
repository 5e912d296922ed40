import { type RunRecord, recordOf } from '../../../src/cli/runs/record.js';
import type { Results } from '../../../src/results/schema.js';
import { sampleManifest } from '../../report/sample-manifest.js';
import { sampleResults } from '../../results/sample.js';

/** The record of a made-up run. */
export function sampleRecord(
  { folder = 'a-01234567', time = '2026-03-01T14:05:06.789Z' } = {},
  results: Results = sampleResults({ seeds: 2 }),
): RunRecord {
  const place = { folder, sha256: `of ${folder}`, time };
  return recordOf(results, place, sampleManifest(results));
}
