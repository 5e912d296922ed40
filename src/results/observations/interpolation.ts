import type { SweepConfig } from '../../config/types.js';
import type { ReferenceLines } from '../reference-lines.js';
import type { Observation } from '../schema.js';
import type { MeasuredPoint } from '../size-curves.js';
import { figure, listed, setting } from '../wording.js';
import { lowest } from './best.js';

/** The share of the label noise, or else of the targets' variance, below which a fit is exact. */
const NOISE_SHARE = 0.1;
const VARIANCE_SHARE = 1e-3;

export interface Interpolation {
  /** Variants whose median training error meets the criterion; null when it cannot be told. */
  networks: string[] | null;
  observations: Observation[];
}

/** Whether any network fits its training set, noise included. */
export function interpolation(
  config: Record<string, unknown>,
  points: readonly MeasuredPoint[],
  lines: ReferenceLines,
): Interpolation {
  const rule = criterion(config, lines);
  if (rule === null || points.length === 0) return { networks: null, observations: [] };
  const networks = points.filter((point) => point.train <= rule.atMost).map((p) => p.variant);
  const least = lowest(points, 'train');
  const limit = `${setting(rule.atMost)}, ${rule.meaning}`;
  const text =
    networks.length === 0
      ? `No network interpolates: the lowest median training error, ${figure(least.train)} ` +
        `(${least.variant}), is above ${limit}.`
      : `${listed(networks)} ${networks.length === 1 ? 'interpolates' : 'interpolate'}: ` +
        `the median training error is at most ${limit}.`;
  const evidence = { ...rule, networks, lowest: least };
  return { networks, observations: [{ kind: 'interpolation', text, evidence }] };
}

function criterion(
  config: Record<string, unknown>,
  lines: ReferenceLines,
): { atMost: number; meaning: string } | null {
  const { data, training } = config as unknown as SweepConfig;
  if ('noiseVariance' in data && data.noiseVariance > 0) {
    return { atMost: NOISE_SHARE * data.noiseVariance, meaning: '0.1 × the noise variance' };
  }
  // The constant predictor's squared error is the variance of the targets.
  const constant = lines.constant?.train ?? null;
  if (constant === null) return null;
  const whole =
    training.loss === 'mse'
      ? 'the variance of the training targets'
      : "the constant predictor's loss";
  return { atMost: VARIANCE_SHARE * constant, meaning: `0.001 × ${whole}` };
}
