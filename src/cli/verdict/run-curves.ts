import { fileError } from '../../data/read/problems.js';
import { recordedLines } from '../../results/reference-lines.js';
import { type VerdictCurve, verdictCurves, whyNotJudged } from '../../results/verdict-curves.js';
import { recordedResults } from '../recorded-results.js';

/**
 * The curves of a results.json, as the sweep itself judged them.
 *
 * @throws {InputError} (exit code 3) for results that are none or have no verdict.
 */
export function runCurves(value: Record<string, unknown>, path: string): VerdictCurve[] {
  const results = recordedResults(value, path, 'verdict');
  const reason = whyNotJudged(results);
  if (reason !== undefined) throw fileError(path, `found a run that is not judged: ${reason}`);
  return verdictCurves(results, recordedLines(results.observations));
}
