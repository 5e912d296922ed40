import type { SweepPlan } from '../events.js';
import { thinned } from '../report/learning-curves.js';

/** Trainings of which a page shows more than their number. */
const MOST_RUNS = 20_000;
/** As of report.html, whose budget for the curves of single runs this is, too. */
const MOST_NUMBERS = 42_000;
const MOST_POINTS = 60;
const FEWEST_POINTS = 12;

/** What the live page shows of a sweep: a page of everything would cost training time. */
export interface Shown {
  /** Places of the trials in the plan. */
  isShown(trial: number): boolean;
  hasCurve(trial: number): boolean;
  /** Of every variant: places in its evaluated epochs. */
  points: readonly (readonly number[])[];
  /** The epochs there. */
  epochs: readonly (readonly number[])[];
  /** In a sentence or two; empty where nothing is left out. */
  note: string;
}

/**
 * @param variants how many the page shows, from the first.
 * @param curved those of them that have curves.
 * @param measures how many have curves.
 */
export function shownOf(
  plan: SweepPlan,
  variants: number,
  curved: ReadonlySet<number>,
  measures: number,
): Shown {
  const { trials, sets } = plan;
  const longest: (readonly number[])[] = [];
  /** Of every trial: how many of its variant come before it. */
  const ranks: number[] = [];
  const counts: number[] = [];
  for (const { variant, evaluate } of trials) {
    counts[variant] = (counts[variant] ?? 0) + 1;
    ranks.push(counts[variant] - 1);
    if (evaluate.length > (longest[variant]?.length ?? 0)) longest[variant] = evaluate;
  }
  const perRun = sets.length * measures;
  const repeats = Math.max(1, ...counts.slice(0, variants));
  const fits = Math.floor(MOST_NUMBERS / (curved.size * repeats * perRun));
  const most = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, fits));
  const runs = Math.max(1, Math.floor(MOST_NUMBERS / (curved.size * perRun * most)));
  const points = Array.from({ length: variants }, (_, at) =>
    thinned(longest[at]?.length ?? 0, most),
  );
  const evaluations = longest.reduce((max, { length }) => Math.max(max, length), 0);
  const notes = [
    ...(evaluations > most ? [`curves show ${most} of ${evaluations} evaluations`] : []),
    ...(repeats > runs ? [`curves are those of the first ${runs} runs of each network`] : []),
    ...(curved.size < variants
      ? [`curves are those of ${curved.size} of ${variants} networks`]
      : []),
    ...(plan.variants.length > variants
      ? [`the first ${variants} of ${plan.variants.length} networks are shown`]
      : []),
    ...(trials.length > MOST_RUNS ? [`the first ${MOST_RUNS} trainings are shown`] : []),
  ];
  return {
    isShown: (trial) => trial < MOST_RUNS && trials[trial].variant < variants,
    hasCurve: (trial) => curved.has(trials[trial].variant) && ranks[trial] < runs,
    points,
    epochs: points.map((own, variant) => own.map((at) => longest[variant][at])),
    note: notes.length === 0 ? '' : `Thinned while it trains: ${notes.join('; ')}.`,
  };
}
