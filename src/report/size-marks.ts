import type { DoubleDescentEvidence, Results } from '../results/schema.js';
import { comparesLosses } from '../results/varied.js';

/** A place along an axis of sizes that means something. */
export interface SizeMark {
  /** Parameters. */
  value: number;
  label: string;
}

/** Verdicts that speak of a bump, whatever it is. */
const BUMPS = ['observed', 'training-failure', 'away-from-threshold', 'not-interpolated'];

/**
 * Where a linear model begins to fit every training target, samples × outputs; and of a sweep that is
 * judged by one curve, where its networks interpolate and where the bump stands, if there is one.
 */
export function sizeMarks(results: Results): SizeMark[] {
  return [...predicted(results), ...judged(results)];
}

function predicted(results: Results): SizeMark[] {
  if (!comparesLosses(results).data) return [];
  const targets = new Set(results.datasets.map(({ trainRows, outputs }) => trainRows * outputs));
  if (targets.size !== 1) return [];
  const [value] = targets;
  const hasSeveral = results.datasets[0].outputs > 1;
  return [{ value, label: hasSeveral ? 'samples × outputs' : 'training samples' }];
}

function judged({ observations }: Results): SizeMark[] {
  const own = observations.filter(({ kind }) => kind === 'double-descent');
  const evidence = own[0]?.evidence as unknown as DoubleDescentEvidence | undefined;
  if (own.length !== 1 || evidence?.sizes === undefined || evidence.p === null) return [];
  const { sizes, threshold, peak, code, verdict } = evidence;
  const isBump =
    BUMPS.includes(code) && !(code === 'not-interpolated' && verdict === 'not observed');
  return [
    ...(threshold === null ? [] : [{ value: sizes[threshold].params, label: 'interpolates' }]),
    ...(isBump && peak !== null ? [{ value: sizes[peak].params, label: 'peak' }] : []),
  ];
}
