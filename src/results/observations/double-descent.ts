import type { Verdict } from '../../verdict/types.js';
import { judgeCurves } from '../judge-curves.js';
import type { ReferenceLines } from '../reference-lines.js';
import type { DoubleDescentEvidence, Observation, Results } from '../schema.js';
import { type VerdictCurve, verdictCurves, whyNotJudged } from '../verdict-curves.js';
import { verdictSentences } from '../verdict-sentences.js';
import { checkedRate } from './check-rate.js';

/** The verdict on every curve of the sweep, all of them tested together; or why there is none. */
export function doubleDescent(
  results: Omit<Results, 'observations'>,
  lines: ReferenceLines,
): Observation[] {
  const reason = whyNotJudged(results);
  if (reason !== undefined) {
    const text = `Double descent: not judged: ${reason}.`;
    return [{ kind: 'double-descent', text, evidence: { verdict: 'not judged', reason } }];
  }
  const curves = verdictCurves(results, lines);
  const judged = judgeCurves(curves);
  const observations = judged.map(({ curve, verdict, tested }) => ({
    kind: 'double-descent',
    text: [
      ...verdictSentences(curve, verdict, tested),
      ...(verdict.p === null ? [] : sharedRows(results)),
    ].join(' '),
    evidence: { ...evidenceOf(curve, verdict) },
  }));
  return [...observations, ...checkedRate(results, judged)];
}

function evidenceOf(
  { label, sizes, sweep }: VerdictCurve,
  verdict: Verdict,
): DoubleDescentEvidence {
  const { params, test, labelVariance = null, noiseVariance = null } = sweep;
  return {
    curve: label,
    ...verdict,
    sizes: sizes.map((variant, size) => ({ variant, params: params[size] })),
    seeds: test.length,
    labelVariance,
    noiseVariance,
  };
}

/** Seeds that share their rows say nothing of other rows. */
function sharedRows({ runs, datasets }: Pick<Results, 'runs' | 'datasets'>): string[] {
  const seeds = new Set(runs.map(({ seed }) => seed)).size;
  const draws = new Set(datasets.map(({ seed }) => seed)).size;
  return seeds > 1 && draws === 1
    ? ['All seeds share their rows: it speaks of these rows alone.']
    : [];
}
