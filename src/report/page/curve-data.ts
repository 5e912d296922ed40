import { SETS, type SetName } from '../../results/measured.js';
import type { Results, RunRecord, Spread } from '../../results/schema.js';
import { grouped } from '../../results/wording.js';
import { learningCurves, thinned } from '../learning-curves.js';
import type { Measure } from '../measure.js';
import type { Five, PageCurve, PageSeeds } from './data.js';

/** Of the curves of spreads: a line on a screen is no smoother for more. */
const MOST_POINTS = 100;
/** Numbers of single runs in a page: about 6 characters each. */
const MOST_NUMBERS = 42_000;
/** With fewer points than this the curves of single runs say less than their bands. */
const FEWEST_POINTS = 12;

/** How the curves of a page are thinned. */
export interface Thinning {
  /** At most so many epochs of every run; 0: no single runs. */
  seedPoints: number;
  /** In a sentence; empty where nothing is left out. */
  note: string;
}

/** @param measures how many of them have curves. */
export function thinningOf(runs: readonly RunRecord[], measures: number): Thinning {
  const lines = runs.reduce((sum, { history }) => sum + setsOf(history).length, 0) * measures;
  const longest = runs.reduce((most, { history }) => Math.max(most, history.epoch.length), 0);
  const fits = Math.min(MOST_POINTS, Math.floor(MOST_NUMBERS / Math.max(1, lines)));
  const seedPoints = fits >= Math.min(FEWEST_POINTS, longest) ? fits : 0;
  const all = `of ${grouped(longest)} evaluations`;
  const notes = [
    ...(longest > MOST_POINTS ? [`medians and bands show ${MOST_POINTS} ${all}`] : []),
    ...(seedPoints === 0 ? ['single runs are left out'] : []),
    ...(seedPoints > 0 && seedPoints < longest ? [`single runs show ${seedPoints} ${all}`] : []),
  ];
  const note = `Thinned for this page: ${notes.join(', ')}; curves.csv has all.`;
  return { seedPoints, note: notes.length === 0 ? '' : note };
}

/** The curves of these results, whose variants are some of those of the page. */
export function curvesOf(
  results: Results,
  measure: Measure,
  places: ReadonlyMap<string, number>,
  { seedPoints }: Thinning,
): PageCurve[] {
  const byVariant = new Map<string, RunRecord[]>();
  for (const run of results.runs) {
    byVariant.set(run.variant, [...(byVariant.get(run.variant) ?? []), run]);
  }
  return learningCurves(results, measure).flatMap((curve): PageCurve[] => {
    const variant = places.get(curve.variant);
    if (variant === undefined) return [];
    const shown = thinned(curve.epochs.length, MOST_POINTS);
    const spreads = SETS.flatMap((set): [SetName, Five[]][] => {
      const own = curve[set];
      return own === undefined || own.length === 0 ? [] : [[set, shown.map((at) => five(own[at]))]];
    });
    const seeds = seedsOf(byVariant.get(curve.variant) ?? [], measure, seedPoints);
    return [
      {
        variant,
        epochs: shown.map((at) => curve.epochs[at]),
        spreads: Object.fromEntries(spreads),
        ...(seeds && { seeds }),
      },
    ];
  });
}

/** Runs that did not finish, too: their lines end early. */
function seedsOf(
  runs: readonly RunRecord[],
  measure: Measure,
  most: number,
): PageSeeds | undefined {
  const epochs = runs.reduce<readonly number[]>(
    (longest, { history }) => (history.epoch.length > longest.length ? history.epoch : longest),
    [],
  );
  if (most === 0 || epochs.length === 0) return undefined;
  const shown = thinned(epochs.length, most);
  const sets = SETS.filter((set) => runs.some((run) => measure.history(run)?.[set]));
  const lines = sets.map((set): [SetName, (number | null)[][]] => [
    set,
    runs.map((run) => {
      const own = measure.history(run)?.[set] ?? [];
      return shown.flatMap((at) => (at < own.length ? [short(own[at])] : []));
    }),
  ]);
  return { epochs: shown.map((at) => epochs[at]), runs: Object.fromEntries(lines) };
}

function setsOf(history: RunRecord['history']): SetName[] {
  return SETS.filter((set) => history[set] !== undefined);
}

export function five({ median, q1, q3, low, high }: Spread): Five {
  return [median, q1, q3, low, high].map(short);
}

/** To four digits: more than a screen shows. */
export function short(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toPrecision(4));
}
