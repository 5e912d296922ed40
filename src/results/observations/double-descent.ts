import type { Observation } from '../schema.js';
import { type MeasuredPoint, measured, type SizeCurve } from '../size-curves.js';
import { counted, figure, grouped, listed } from '../wording.js';

/** How far an interior size must stand above the smallest error on either side of it. */
const FACTOR = 1.5;

interface Peak {
  at: MeasuredPoint;
  /** The smallest test errors among the smaller and the larger networks. */
  left: MeasuredPoint;
  right: MeasuredPoint;
  /** Test error over the larger of the two; null when that is 0. */
  ratio: number | null;
}

/**
 * Whether the test error rises and falls again with size. A bump by the rule above is not tested
 * against chance, and the sentence says so. `interpolating`: null when it cannot be told.
 * `noun`: error or loss.
 */
export function doubleDescent(
  curve: SizeCurve,
  interpolating: string[] | null,
  noun: string,
): Observation {
  const points = measured(curve.points);
  const peak = highestPeak(points);
  const bump = peak !== null && isBump(peak);
  const own = interpolating?.filter((id) => points.some((point) => point.variant === id)) ?? null;
  const missing = points.length === 0 ? 0 : curve.points.length - points.length;
  const sentences = [
    `${curve.label === '' ? '' : `${curve.label}: `}Double descent: ` +
      (bump ? 'a bump, not tested.' : 'not observed.'),
    bump ? peakSentence(peak, noun) : flatSentence(points, peak, noun),
    ...(missing > 0 ? [`Left out, no finished run: ${counted(missing, 'network')}.`] : []),
    ...interpolationRemark(own, bump),
  ];
  return {
    kind: 'double-descent',
    text: sentences.join(' '),
    evidence: {
      curve: curve.label,
      verdict: bump ? 'bump-not-tested' : 'not-observed',
      factor: FACTOR,
      peak,
      sizes: points.length,
      interpolating: own,
    },
  };
}

/** The interior size that stands highest over its two sides; null without an interior size. */
function highestPeak(points: readonly MeasuredPoint[]): Peak | null {
  let highest: Peak | null = null;
  for (const at of points) {
    const left = leastTest(points.filter((point) => point.params < at.params));
    const right = leastTest(points.filter((point) => point.params > at.params));
    if (left === null || right === null) continue;
    const floor = Math.max(left.test, right.test);
    const peak = { at, left, right, ratio: floor > 0 ? at.test / floor : null };
    if (highest === null || height(peak) > height(highest)) highest = peak;
  }
  return highest;
}

function isBump(peak: Peak): boolean {
  return height(peak) >= FACTOR;
}

/** Over sides without any error every error stands infinitely high, and none as high as they. */
function height(peak: Peak): number {
  return peak.ratio ?? (peak.at.test > 0 ? Number.POSITIVE_INFINITY : 1);
}

function leastTest(points: readonly MeasuredPoint[]): MeasuredPoint | null {
  return points.reduce<MeasuredPoint | null>(
    (least, point) => (least === null || point.test < least.test ? point : least),
    null,
  );
}

function peakSentence({ at, left, right }: Peak, noun: string): string {
  return (
    `At ${at.variant} (${grouped(at.params)} parameters) the median test ${noun}, ` +
    `${figure(at.test)}, is at least 1.5 × the smallest on either side ` +
    `(${figure(left.test)} at ${left.variant}, ${figure(right.test)} at ${right.variant}).`
  );
}

function flatSentence(points: readonly MeasuredPoint[], peak: Peak | null, noun: string): string {
  if (points.length === 0) return 'No run finished.';
  if (peak === null) {
    const sizes = new Set(points.map((point) => point.params)).size;
    return `With ${counted(sizes, 'size')} there is none in between that could stand out.`;
  }
  return (
    `No interior size has a median test ${noun} of 1.5 × the smallest on either side ` +
    `(the closest, ${peak.at.variant}, has ${hundredthsBelow(height(peak))} ×).`
  );
}

/** Rounded down, so that 1.499 does not read as the 1.5 that it misses. */
function hundredthsBelow(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

function interpolationRemark(interpolating: string[] | null, bump: boolean): string[] {
  if (interpolating === null) return [];
  if (interpolating.length > 0) return [`Interpolating: ${listed(interpolating)}.`];
  return bump
    ? ['No network interpolated.']
    : ['No network interpolated, so the regime in which a peak is expected was not entered.'];
}
