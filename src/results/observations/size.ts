import type { Observation } from '../schema.js';
import { type MeasuredPoint, measured, type SizeCurve } from '../size-curves.js';
import { figure, grouped } from '../wording.js';

/** What happens to training and test error (`noun`) as the networks grow; nothing when no run finished. */
export function size(curve: SizeCurve, noun: string): Observation[] {
  const points = measured(curve.points);
  if (points.length === 0) return [];
  const first = points[0];
  const last = points[points.length - 1];
  const prefix = curve.label === '' ? '' : `${curve.label}: `;
  const text =
    first.params === last.params
      ? `${prefix}Only one size has errors (${grouped(first.params)} parameters: ` +
        `median training ${noun} ${figure(first.train)}, test ${figure(first.test)}), ` +
        'so nothing can be said about size.'
      : `${prefix}From ${grouped(first.params)} to ${grouped(last.params)} parameters ` +
        `the median training ${noun} ${course(points, 'train')}, ` +
        `and the median test ${noun} ${course(points, 'test')}.`;
  return [{ kind: 'size', text, evidence: { curve: curve.label, points } }];
}

/** `falls at every step from 1.00 to 0.0118`; where it does not, with the extremes. */
function course(points: readonly MeasuredPoint[], set: 'train' | 'test'): string {
  const values = points.map((point) => point[set]);
  const [from, to] = [values[0], values[values.length - 1]];
  const verb = to < from ? 'falls' : to > from ? 'rises' : 'is back where it began,';
  const ends = `from ${figure(from)} to ${figure(to)}`;
  if (points.length === 2) return `${verb} ${ends}`;
  const steps = values.slice(1).map((value, index) => value - values[index]);
  const steady = steps.every((step) => (to < from ? step < 0 : step > 0));
  if (steady) return `${verb} at every step ${ends}`;
  const low = points[values.indexOf(Math.min(...values))];
  const high = points[values.indexOf(Math.max(...values))];
  return (
    `${verb} ${ends}, not at every step ` +
    `(lowest ${figure(low[set])} at ${low.variant}, highest ${figure(high[set])} at ${high.variant})`
  );
}
