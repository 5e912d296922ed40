import { five } from '../../report/page/curve-data.js';
import type { Five, PageCurve, PageData } from '../../report/page/data.js';
import type { SetName } from '../../results/measured.js';
import { spread } from '../../stats/spread.js';
import type { LivePlan, LiveRun, MeasureName } from '../data.js';

/** Puts into the data of the charts what is known of a variant by now. */
export function fillVariant(
  data: PageData,
  plan: LivePlan,
  variant: number,
  runs: readonly LiveRun[],
): void {
  const done = runs.filter(({ status }) => status === 'done');
  data.variants[variant].finished = done.length;
  data.measures.forEach((measure, at) => {
    const name = plan.measures[at];
    const middle = (values: (number | null)[]) => fiveOf(values, measure.statistic);
    for (const set of data.sets) {
      const finals = done.map(({ finals: own }) => own[name]?.[set] ?? null);
      measure.finals[set]![variant] = middle(finals);
      if (measure.runs?.[set]) measure.runs[set][variant] = finals;
    }
    const curve = measure.curves?.find((each) => each.variant === variant);
    if (curve) fillCurve(curve, name, data.sets, plan.epochs[variant], runs, middle);
  });
}

/** Runs that diverged or failed are no part of the medians, as in the report. */
function fillCurve(
  curve: PageCurve,
  name: MeasureName,
  sets: readonly SetName[],
  epochs: readonly number[],
  runs: readonly LiveRun[],
  middle: (values: (number | null)[]) => Five,
): void {
  const lines = (set: SetName, of: readonly LiveRun[]) =>
    of.flatMap(({ curves }) => {
      const values = curves[name]?.[set];
      return values && values.length > 0 ? [values] : [];
    });
  const counted = runs.filter(({ status }) => status === 'done' || status === 'training');
  const reached = Math.max(0, ...lines('train', runs).map(({ length }) => length));
  curve.epochs = epochs.slice(0, reached);
  curve.spreads = Object.fromEntries(
    sets.map((set) => {
      const own = lines(set, counted);
      return [set, curve.epochs.map((_, at) => middle(own.map((values) => values[at] ?? null)))];
    }),
  );
  curve.seeds = {
    epochs: curve.epochs,
    runs: Object.fromEntries(sets.map((set) => [set, lines(set, runs)])),
  };
}

function fiveOf(values: (number | null)[], statistic: 'mean' | 'median'): Five {
  const own = spread(values);
  return five({ ...own, median: own[statistic] });
}
