import type { SweepConfig } from '../../config/types.js';
import { lossName, lossNoun } from '../loss-noun.js';
import { metricsIn } from '../measured.js';
import type { ReferenceLines } from '../reference-lines.js';
import type { Observation, Results } from '../schema.js';
import type { MeasuredPoint } from '../size-curves.js';
import { figure, listed, percent, setting } from '../wording.js';
import { lowest } from './best.js';

/** The share of the label noise, or else of a constant's loss, below which a fit is exact. */
const NOISE_SHARE = 0.1;
const CONSTANT_SHARE = 1e-3;

type Measured = Omit<Results, 'observations'>;

/** Whether any network fits its training set, noise included; nothing where it cannot be told. */
export function interpolation(
  results: Measured,
  points: readonly MeasuredPoint[],
  lines: ReferenceLines,
): Observation[] {
  if (points.length === 0) return [];
  return metricsIn(results).includes('accuracy')
    ? everyAnswer(results, points)
    : smallLoss(results, points, lines);
}

/** Classes: every training sample is answered rightly. */
function everyAnswer({ aggregate }: Measured, points: readonly MeasuredPoint[]): Observation[] {
  const accuracies = aggregate.flatMap(({ variant, metrics }) => {
    const accuracy = metrics.accuracy?.train.median ?? null;
    const isShown = accuracy !== null && points.some((point) => point.variant === variant);
    return isShown ? [{ variant, accuracy }] : [];
  });
  if (accuracies.length === 0) return [];
  const networks = accuracies.filter(({ accuracy }) => accuracy === 1).map((a) => a.variant);
  const highest = accuracies.reduce((best, each) => (each.accuracy > best.accuracy ? each : best));
  const text =
    networks.length === 0
      ? `No network interpolates: the highest median training accuracy, ` +
        `${percent(highest.accuracy)} (${highest.variant}), is below 100 %.`
      : `${who(networks)}: the median training accuracy is 100 %.`;
  return told(text, { atLeast: 1, meaning: 'training accuracy', networks, highest });
}

/** Quantities: the training loss is small beside that of the noise or of a constant. */
function smallLoss(
  results: Measured,
  points: readonly MeasuredPoint[],
  lines: ReferenceLines,
): Observation[] {
  const rule = criterion(results, lines);
  if (rule === null) return [];
  const noun = lossNoun(results);
  const networks = points.filter((point) => point.train <= rule.atMost).map((p) => p.variant);
  const least = lowest(points, 'train');
  const limit = `${setting(rule.atMost)}, ${rule.meaning}`;
  const text =
    networks.length === 0
      ? `No network interpolates: the lowest median training ${noun}, ${figure(least.train)} ` +
        `(${least.variant}), is above ${limit}.`
      : `${who(networks)}: the median training ${noun} is at most ${limit}.`;
  return told(text, { ...rule, networks, lowest: least });
}

function who(networks: readonly string[]): string {
  return `${listed(networks)} ${networks.length === 1 ? 'interpolates' : 'interpolate'}`;
}

function told(
  text: string,
  evidence: { networks: string[] } & Record<string, unknown>,
): Observation[] {
  return [{ kind: 'interpolation', text, evidence }];
}

function criterion(
  { config, datasets }: Measured,
  lines: ReferenceLines,
): { atMost: number; meaning: string } | null {
  const { data } = config as unknown as SweepConfig;
  const loss = lossName(config);
  const isSquared = loss === 'mse' || loss === 'half-sse';
  if (isSquared && 'noiseVariance' in data && data.noiseVariance > 0) {
    const limit = NOISE_SHARE * data.noiseVariance;
    if (loss === 'mse') return { atMost: limit, meaning: '0.1 × the noise variance' };
    const { trainRows, outputs } = datasets[0];
    const atMost = (limit * trainRows * outputs) / 2;
    return { atMost, meaning: '0.1 × the noise variance, summed over the samples and halved' };
  }
  // The constant predictor's squared error is the variance of the targets.
  const constant = lines.constant?.train ?? null;
  if (constant === null) return null;
  const whole =
    loss === 'mse' ? 'the variance of the training targets' : "the constant predictor's loss";
  return { atMost: CONSTANT_SHARE * constant, meaning: `0.001 × ${whole}` };
}
