import { judgeAll } from '../verdict/judge.js';
import type { Verdict } from '../verdict/types.js';
import type { VerdictCurve } from './verdict-curves.js';

/** A curve and what may be said of it. */
export interface JudgedCurve {
  curve: VerdictCurve;
  verdict: Verdict;
  /** Curves that were tested together with it, itself included. */
  tested: number;
}

/**
 * Judges the curves of a sweep, in their order. They are tested together; those of a sweep that is
 * repeated at other learning rates rate by rate, because what is claimed then is claimed of every rate: a
 * claim that needs all of several tests errs no more often than each of them.
 *
 * Source: R. L. Berger, *Technometrics* 24 (1982), on intersection–union tests.
 *
 * @throws {InputError} as judgeAll.
 */
export function judgeCurves(curves: readonly VerdictCurve[]): JudgedCurve[] {
  const families = new Map<number | undefined, VerdictCurve[]>();
  for (const curve of curves) {
    const rate = curve.check?.rate;
    families.set(rate, [...(families.get(rate) ?? []), curve]);
  }
  const judged = new Map<VerdictCurve, JudgedCurve>();
  for (const family of families.values()) {
    const verdicts = judgeAll(family.map(({ sweep }) => sweep));
    const tested = verdicts.filter(({ p }) => p !== null).length;
    family.forEach((curve, i) => {
      judged.set(curve, { curve, verdict: verdicts[i], tested });
    });
  }
  return curves.map((curve) => judged.get(curve)!);
}
