import { exp } from '../math/exp.js';
import {
  FEWEST_SEEDS,
  FEWEST_SIZES,
  LEAST_EFFECT,
  LEVEL,
  PEAK,
  RECOMMENDED_SEEDS,
} from './levels.js';
import type { Measurement, Tested } from './measure.js';
import { seedsNeeded } from './seeds-needed.js';
import { medianTraining } from './threshold.js';
import type { SizeSweep, Verdict } from './types.js';

/** The training error of a peak that is more than this many times that of the size to its left
 * rises with the test error. */
const TRAINING_RISE = 1.1;
/** How far from the threshold, in parameters, a peak is at it. */
const NEAR = 3;

type Decision = Pick<Verdict, 'verdict' | 'code' | 'reason'>;

/**
 * The verdict on what was measured.
 *
 * @param p adjusted, where several curves are tested; anything where none was.
 * @param curves tested together.
 */
export function decide(
  sweep: SizeSweep,
  measurement: Measurement,
  p: number,
  curves: number,
): Verdict {
  const { tested, dropped } = measurement;
  if (tested === null) return { ...tooFew(measurement), ...NOTHING, dropped };
  const { low, high, left, peak, right, threshold, firstDescent } = tested;
  const effect = exp(tested.test.rise);
  const decision =
    p < LEVEL && effect >= LEAST_EFFECT
      ? onPeak(sweep, tested)
      : withoutPeak(tested, measurement.seeds, curves);
  return {
    ...decision,
    ...{ p, effect, low, high, left, peak, right, threshold, firstDescent, dropped },
  };
}

const NOTHING = {
  p: null,
  effect: null,
  low: null,
  high: null,
  left: null,
  peak: null,
  right: null,
  threshold: null,
  firstDescent: null,
} as const;

function tooFew({ seeds, sizes, dropped }: Measurement): Decision {
  const found = [
    ...(seeds < FEWEST_SEEDS ? [`${seeds} seed${seeds === 1 ? '' : 's'}`] : []),
    ...(sizes < FEWEST_SIZES
      ? [`${sizes} size${sizes === 1 ? '' : 's'}${dropped.length > 0 ? ' that can be judged' : ''}`]
      : []),
  ];
  const advice = seeds < FEWEST_SEEDS ? `; ${RECOMMENDED_SEEDS} seeds are recommended` : '';
  return {
    verdict: 'inconclusive',
    code: 'too-few',
    reason:
      `needs at least ${FEWEST_SEEDS} seeds and ${FEWEST_SIZES} sizes, ` +
      `found ${found.join(' and ')}${advice}`,
  };
}

/** A peak that is not chance: of what kind? */
function onPeak(sweep: SizeSweep, { left, peak, threshold }: Tested): Decision {
  if (medianTraining(sweep, peak) > TRAINING_RISE * medianTraining(sweep, left)) {
    const reason = 'interior peak, but the training error rises there, too (training failure)';
    return { verdict: 'not observed', code: 'training-failure', reason };
  }
  if (threshold === null) {
    const reason = 'bump, but no network interpolates';
    return { verdict: 'inconclusive', code: 'not-interpolated', reason };
  }
  const distance = sweep.params[peak] / sweep.params[threshold];
  if (distance < 1 / NEAR || distance > NEAR) {
    const reason = 'bump away from the interpolation threshold';
    return { verdict: 'inconclusive', code: 'away-from-threshold', reason };
  }
  const reason = 'interior peak at the interpolation threshold';
  return { verdict: 'observed', code: 'observed', reason };
}

/** No peak is shown: is there none? */
function withoutPeak({ high, threshold, test, rises }: Tested, seeds: number, curves: number) {
  return high < PEAK
    ? noPeak(threshold !== null)
    : addSeeds(seedsNeeded(seeds, curves, test, rises));
}

function noPeak(interpolates: boolean): Decision {
  const none = 'no interior peak of 1.5x or more';
  if (interpolates) return { verdict: 'not observed', code: 'no-peak', reason: none };
  return {
    verdict: 'not observed',
    code: 'not-interpolated',
    reason: `${none}; no network interpolates, so the regime where it could occur was not entered`,
  };
}

function addSeeds(needed: number | null): Decision {
  const advice = needed === null ? 'more than 1,000 would be needed' : `about ${needed} would do`;
  return {
    verdict: 'inconclusive',
    code: 'add-seeds',
    reason: `neither a peak nor its absence is shown: add seeds; ${advice}, by estimate`,
  };
}
