import { foldsIn, metricsIn } from '../measured.js';
import type { Observation, Results } from '../schema.js';
import type { SizeCurve } from '../size-curves.js';
import { figure, grouped } from '../wording.js';

/** Where bias and variance are highest and lowest along a curve. */
export function split({ label, points }: SizeCurve): Observation[] {
  const found = points.flatMap(({ variant, params, diagnostics }) => {
    const own = diagnostics?.biasVariance;
    return own ? [{ variant, params, ...own }] : [];
  });
  if (found.length === 0) return [];
  const at = (point: (typeof found)[number], key: 'squaredBias' | 'variance') =>
    `${figure(point[key])} at ${point.variant} (${grouped(point.params)} parameters)`;
  const most = (key: 'squaredBias' | 'variance') =>
    found.reduce((a, b) => (b[key] > a[key] ? b : a));
  const least = (key: 'squaredBias' | 'variance') =>
    found.reduce((a, b) => (b[key] < a[key] ? b : a));
  const words = (key: 'squaredBias' | 'variance') =>
    found.length === 1
      ? at(found[0], key)
      : `highest, ${at(most(key), key)}, and lowest, ${at(least(key), key)}`;
  const text =
    `${label === '' ? '' : `${label}: `}At ${grouped(found[0].points)} test values that all seeds have in ` +
    `common the variance over the seeds is ${words('variance')}; the squared bias is ${words('squaredBias')}.`;
  return [{ kind: 'bias-variance', text, evidence: { curve: label, points: found } }];
}

/** Why there is none. */
export function notSplit(results: Omit<Results, 'observations'>): Observation {
  const reason = whyNotSplit(results);
  const text = `Bias and variance over the seeds: not measured: ${reason}.`;
  return { kind: 'bias-variance', text, evidence: { reason } };
}

function whyNotSplit(results: Omit<Results, 'observations'>): string {
  const { runs } = results;
  if (metricsIn(results).includes('accuracy')) return 'targets are classes';
  if (foldsIn(results) > 0) return 'folds have no test rows in common';
  if (new Set(runs.map(({ seed }) => seed)).size < 2) return 'there is one seed';
  const finished = new Map<string, number>();
  for (const { variant, status } of runs) {
    if (status === 'done') finished.set(variant, (finished.get(variant) ?? 0) + 1);
  }
  if (Math.max(0, ...finished.values()) < 2) return 'no network has two finished runs';
  return 'test rows of one seed are training rows of another (data.vary: none, or a file of test rows, would do)';
}
