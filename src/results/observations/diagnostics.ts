import { diagnosticsIn, splitsIn } from '../diagnostics.js';
import type { AggregateRecord, Observation, Results, VariantDiagnostics } from '../schema.js';
import { type SizeCurve, sizeCurves, tellsOfSize } from '../size-curves.js';
import { figure, grouped } from '../wording.js';
import { notSplit, split } from './bias-variance.js';
import { effectiveParameters } from './effective-parameters.js';

type Measured = Omit<Results, 'observations'>;
type Name = keyof Omit<VariantDiagnostics, 'biasVariance'>;

/** What the diagnostics that were asked for say along the size, curve by curve. */
export function diagnostics(results: Measured, noun: string): Observation[] {
  const switches = diagnosticsIn(results);
  return sizeCurves(results)
    .filter(tellsOfSize)
    .flatMap((curve) => [
      ...(switches.gap ? extremes(curve, 'gap', `gap between test and training ${noun}`) : []),
      ...(switches.norm ? extremes(curve, 'weightNorm', 'norm of the weights') : []),
      ...(switches.jacobian
        ? [
            ...effectiveParameters(results, curve),
            ...extremes(curve, 'eigenvalueRatio', 'ratio of the extreme eigenvalues of J·Jᵀ'),
          ]
        : []),
      ...(switches.variance ? split(curve) : []),
    ])
    .concat(switches.variance && !splitsIn(results) ? [notSplit(results)] : []);
}

/** Where a median is lowest and where it is highest. */
function extremes({ label, points }: SizeCurve, name: Name, words: string): Observation[] {
  const found = points.flatMap((record) => {
    const median = medianOf(record, name);
    return median === null ? [] : [{ variant: record.variant, params: record.params, median }];
  });
  if (found.length === 0) return [];
  const least = found.reduce((a, b) => (b.median < a.median ? b : a));
  const most = found.reduce((a, b) => (b.median > a.median ? b : a));
  const at = ({ variant, params, median }: typeof least) =>
    `${figure(median)} at ${variant} (${grouped(params)} parameters)`;
  const prefix = label === '' ? 'The' : `${label}: the`;
  const text =
    found.length === 1
      ? `${prefix} median ${words} is ${at(least)}.`
      : `${prefix} median ${words} is lowest, ${at(least)}, and highest, ${at(most)}.`;
  return [{ kind: kindOf(name), text, evidence: { curve: label, points: found } }];
}

function medianOf({ diagnostics }: AggregateRecord, name: Name): number | null {
  return diagnostics?.[name]?.median ?? null;
}

/** `weight-norm` */
function kindOf(name: Name): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
